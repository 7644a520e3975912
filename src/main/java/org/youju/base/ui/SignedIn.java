package org.youju.base.ui;

/** How whoever is logged in is named on the screen; the principal of the session implements it. */
public interface SignedIn {

    /** The person's name. */
    String displayName();

    /** One or two characters for the round button, such as those of the department. */
    String shortName();

    /** Key of the role's name. */
    String roleKey();
}
