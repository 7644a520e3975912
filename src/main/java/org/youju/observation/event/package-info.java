/** What happened that figures may follow from: a plan adopted, a rule changed, each held to the words that tell of it. */
@NullMarked
package org.youju.observation.event;

import org.jspecify.annotations.NullMarked;
