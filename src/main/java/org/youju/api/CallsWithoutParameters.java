package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses every parameter in the address of a call that takes none; a call that takes some refuses others itself. */
@Configuration(proxyBeanMethods = false)
class CallsWithoutParameters implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod call && call.getBeanType() != UnknownCalls.class
                && Arrays.stream(call.getMethodParameters())
                        .noneMatch(it -> it.hasParameterAnnotation(RequestParam.class))) {
            new Parameters(new LinkedMultiValueMap<>(UriComponentsBuilder.newInstance().query(request.getQueryString())
                    .build().getQueryParams())).check();
        }
        return true;
    }
}
