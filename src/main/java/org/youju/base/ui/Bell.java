package org.youju.base.ui;

/** How many things whoever is here has not been told yet; the bell in the top bar counts them. */
public interface Bell {

    /** 0 where nobody is logged in. */
    int unread();
}
