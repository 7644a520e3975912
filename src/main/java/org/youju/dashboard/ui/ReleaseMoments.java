package org.youju.dashboard.ui;

import java.util.List;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.workflow.release.Releases;

/** The releases as the picker of moments offers them. */
final class ReleaseMoments {

    private static final int MOST = 8;

    private ReleaseMoments() {
    }

    /** The newest ones, newest first. */
    static List<AsOfPicker.Records> of(Releases releases) {
        return releases.all().stream().limit(MOST)
                .map(it -> new AsOfPicker.Records(it.at(), it.name())).toList();
    }
}
