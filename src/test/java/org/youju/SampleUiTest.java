package org.youju;

import org.springframework.test.context.TestPropertySource;

/** Drives the views of an application that holds the sample; such classes share it and change nothing in it. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:sample-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
public abstract class SampleUiTest extends UiTest {
}
