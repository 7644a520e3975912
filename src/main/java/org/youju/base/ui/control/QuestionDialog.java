package org.youju.base.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/** Asks before something is done that one does not take back, and shows what it is about. */
public final class QuestionDialog extends Dialog {

    /**
     * @param question already translated
     * @param about    what whoever answers has to know
     * @param verb     the words of the button that does it, already translated
     * @param deed     done once the answer is yes
     */
    public QuestionDialog(String question, Component about, String verb, Runnable deed) {
        addClassName("yj-dialog");
        setHeaderTitle(question);
        setRole("alertdialog");
        var yes = new Button(verb, click -> {
            close();
            deed.run();
        });
        yes.addClassName("yj-primary");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                yes.focus();
            }
        });
        var no = new Button(getTranslation("base.cancel"), click -> close());
        no.addClassName("yj-button");
        add(about);
        getFooter().add(no, yes);
    }
}
