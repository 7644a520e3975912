package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.youju.base.NotFoundException;

/** Takes every address under {@code /api} that no call has, so that it is answered as a problem and not as a page. */
@RestController
class UnknownCalls {

    @RequestMapping("/api/**")
    void unknown(HttpServletRequest request) {
        throw new NotFoundException("api.unknown", request.getMethod(), request.getRequestURI());
    }
}
