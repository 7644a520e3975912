package org.youju.extraction;

/** Simplified signs for the traditional ones of the words that decide about a figure, one for one. */
final class Simplified {

    private static final String TRADITIONAL = "計劃預標準補貼擬爭確實現佔總從較與環漲務將縣區國級業電話聯關議號屆員辦結類簽為爾築積發營齡階門開"
            + "會規個億萬兩數餘約過達於長減內隻條處點項張輛臺場間頃畝噸戶雙歲週時後幾對們這還進運選遷邊連農鄉鎮"
            + "產資費購貨貸額債價稅財糧魚樹綠氣質優則勵獎償負責貧趙單廠廳機構樓橋殘氫測溝濟溫灣滅潔無煙燈熱職聽"
            + "聲腦腳膽臨舉舊藝藥蘇蘭蟲裝複見覽觀視訂訓記訪設許評試詢該詳認語誤說課調請論證識護譽讀變讓豐貫貢賃"
            + "賬贈趨車軌軟載輔輕輸轄轉遞適遲遺鄰醫釋針鋼錢錄鐵鏈鑽閉閒閱陽陰際險隊隨難雜離靜響頂順須領頭題願顯"
            + "風飛飯館駐騎驗髮鬆鳥麥黃齊齒龍龐創劑勞勢動勝參問啟喪嘗團園圍圖圓報執壓壞壯寧寬審寫層屬島崗嶺帳幣"
            + "幹廣廢彈強彙徑復徵徹態慮慶憂應懷戰戲擇擊擋據擴擾攔攝攤敗敵斷晉暫曆術樂極樣橫檔檢權歐歡歷歸殺毀氈"
            + "漢漁漸潛濱濕瀏災爐牆獨獲獻獅瑪畢異瘋療瘡癥皺盜盤監眾碼礦禮禍種稱穩窮競筆節範簡籃糾紀紅納純紙紛組"
            + "細終絕給統經綜維網緊緒線編緣縮績織繼續罰羅義習聖肅脈腫膠臟艦莊華葉蓋蔥薦虛衛衝襲";
    private static final String SIMPLIFIED = "计划预标准补贴拟争确实现占总从较与环涨务将县区国级业电话联关议号届员办结类签为尔筑积发营龄阶门开"
            + "会规个亿万两数余约过达于长减内只条处点项张辆台场间顷亩吨户双岁周时后几对们这还进运选迁边连农乡镇"
            + "产资费购货贷额债价税财粮鱼树绿气质优则励奖偿负责贫赵单厂厅机构楼桥残氢测沟济温湾灭洁无烟灯热职听"
            + "声脑脚胆临举旧艺药苏兰虫装复见览观视订训记访设许评试询该详认语误说课调请论证识护誉读变让丰贯贡赁"
            + "账赠趋车轨软载辅轻输辖转递适迟遗邻医释针钢钱录铁链钻闭闲阅阳阴际险队随难杂离静响顶顺须领头题愿显"
            + "风飞饭馆驻骑验发松鸟麦黄齐齿龙庞创剂劳势动胜参问启丧尝团园围图圆报执压坏壮宁宽审写层属岛岗岭帐币"
            + "干广废弹强汇径复征彻态虑庆忧应怀战戏择击挡据扩扰拦摄摊败敌断晋暂历术乐极样横档检权欧欢历归杀毁毡"
            + "汉渔渐潜滨湿浏灾炉墙独获献狮玛毕异疯疗疮症皱盗盘监众码矿礼祸种称稳穷竞笔节范简篮纠纪红纳纯纸纷组"
            + "细终绝给统经综维网紧绪线编缘缩绩织继续罚罗义习圣肃脉肿胶脏舰庄华叶盖葱荐虚卫冲袭";

    private static final char FIRST = '\u4e00';
    private static final char[] SIGNS = new char['\ua000' - FIRST];

    static {
        for (var i = 0; i < TRADITIONAL.length(); i++) {
            SIGNS[TRADITIONAL.charAt(i) - FIRST] = SIMPLIFIED.charAt(i);
        }
    }

    private Simplified() {
    }

    /** The simplified sign, or the sign itself. */
    static char of(char sign) {
        if (sign < FIRST || sign - FIRST >= SIGNS.length) {
            return sign;
        }
        var simplified = SIGNS[sign - FIRST];
        return simplified == 0 ? sign : simplified;
    }
}
