/** From draft to the public: what waits for whom, and what was decided about it. */
@NullMarked
package org.youju.workflow;

import org.jspecify.annotations.NullMarked;
