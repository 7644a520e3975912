package org.youju.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "A figure is an interval", row by row. ~ marks a soft end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceTableTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1600元/人月 ; 元/人月  ; STANDARD ; [1600, 1600]
            14个       ; 个      ; STOCK    ; [14, 14]
            774万平方米 ; 万平方米 ; FLOW     ; [773.5, 774.5)
            1.9亿元    ; 亿元    ; FLOW     ; [1.85, 1.95)
            54.9%     ; %      ; SHARE    ; [54.85, 54.95)
            2286.2亿元 ; 亿元    ; FLOW     ; [2286.15, 2286.25)
            100%      ; %      ; SHARE    ; [99.5, 100]
            4.47万亿元 ; 亿元    ; FLOW     ; [44650, 44750)
            24870895人 ; 万人   ; STOCK    ; [2487.0895, 2487.0895]
            45件      ; 件     ; RATIO    ; [44.5, 45.5)
            约310亿元  ; 亿元    ; FLOW     ; [305, 315]
            约18%     ; %      ; RATE     ; [17.5, 18.5]
            约55%     ; %      ; SHARE    ; [54.5, 55.5]
            约60%     ; %      ; RATE     ; [57, 63]
            9000元左右 ; 元      ; FLOW     ; [8550, 9450]
            约1.18亿元 ; 亿元    ; FLOW     ; [1.175, 1.185]
            6100余家   ; 家      ; STOCK    ; [6100, 6200~
            1.2万余人  ; 人      ; STOCK    ; [12000, 13000~
            百余名     ; 人      ; FLOW     ; [100, 200~
            数十家     ; 家      ; FLOW     ; [20, 100~
            十余家     ; 家      ; FLOW     ; [10, 20~
            超过2600亿元; 亿元    ; FLOW     ; (2600, 2700~
            突破百亿元  ; 亿元    ; FLOW     ; (100, 200~
            超60%     ; %      ; SHARE    ; (60, 70~
            超95%     ; %      ; SHARE    ; (95, 96~
            不少于24个 ; 个      ; FLOW     ; [24, ∞)
            75%以上    ; %      ; SHARE    ; [75, 100]
            6%以上     ; %      ; RATE     ; [6, ∞)
            71万人以内 ; 万人    ; STOCK    ; [0, 71]
            5%以内     ; %      ; RATE     ; (∞, 5]
            最长补贴24个月; 月     ; STANDARD ; [24, 24]
            接近8万元  ; 元      ; FLOW     ; ~72000, 80000)
            近六成     ; %      ; SHARE    ; ~54, 60)
            不足50家   ; 家      ; FLOW     ; [0, 50)
            近30000多户; 户      ; FLOW     ; [28500, 31500]
            6%-6.5%   ; %      ; RATE     ; [6, 6.5]
            半数      ; %      ; SHARE    ; [45, 55]
            1成       ; %      ; SHARE    ; [5, 15)
            下降0.2%   ; %      ; RATE     ; (-0.25, -0.15]
            下降5%以上  ; %      ; RATE     ; (∞, -5]
            """)
    void a_print_allows(String print, String unit, Nature nature, String interval) {
        assertEquals(IntervalTest.interval(interval), Catalogue.read(print, unit, nature).interval());
    }

    @ParameterizedTest
    @CsvSource({"168.53亿元, 亿元, 0.01", "180亿元, 亿元, 1", "1.62万亿元, 亿元, 100", "6100余家, 家, 1", "近六成, %, 10"})
    void the_step_is_the_place_of_the_last_printed_digit(String print, String unit, BigDecimal step) {
        assertEquals(0, step.compareTo(Catalogue.read(print, unit, Nature.FLOW).step()));
    }
}
