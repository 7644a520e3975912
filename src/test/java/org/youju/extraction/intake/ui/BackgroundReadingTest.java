package org.youju.extraction.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackgroundReadingTest {

    @Test
    void a_file_on_which_the_reading_breaks_down_is_told_as_refused() throws InterruptedException {
        var told = new LinkedBlockingQueue<FileState>();
        var ui = new UI() {
            @Override
            public Future<Void> access(Command command) {
                command.execute();
                return CompletableFuture.completedFuture(null);
            }
        };
        BackgroundReading.start(progress -> {
            throw new StackOverflowError();
        }, ui, told::add);
        assertThat(told.poll(20, TimeUnit.SECONDS)).isInstanceOfSatisfying(FileState.Refused.class,
                refused -> assertThat(refused.why().key()).isEqualTo("error.failure.sentence"));
    }
}
