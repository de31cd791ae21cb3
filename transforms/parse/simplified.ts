/**
 * Mirrors and archives keep reports in Traditional characters: 萬元, 預算, 公務用車購置. The vocabulary is Simplified, so
 * these are read as what they were. One character for one, so that offsets hold. Characters that Simplified text
 * uses too (乾 of 乾县, 著 of 显著) stay.
 */

/** Pairs of a Traditional and its Simplified character, as far as the language of these reports uses them. */
const PAIRS =
  '萬万億亿與与專专業业東东絲丝兩两嚴严喪丧個个豐丰臨临為为爲为麗丽舉举義义烏乌樂乐習习鄉乡書书買买亂乱爭争虧亏' +
  '雲云產产畝亩親亲億亿僅仅從从侖仑倉仓儀仪們们價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体餘余傭佣俠侠侶侣' +
  '偵侦側侧僑侨債债傾倾儲储兒儿黨党蘭兰關关興兴養养獸兽內内岡冈冊册寫写軍军農农馮冯沖冲決决況况凍冻淨净準准涼凉' +
  '減减湊凑幾几鳳凤憑凭凱凯擊击劃划劉刘則则剛刚創创刪删別别劑剂劍剑劇剧勸劝辦办務务動动勵励勁劲勞劳勢势勻匀區区' +
  '醫医華华協协單单賣卖盧卢衛卫卻却廠厂廳厅歷历曆历厲厉壓压廁厕廈厦縣县參参雙双發发變变疊叠臺台葉叶號号嘆叹嚇吓' +
  '員员聽听啟启啓启吳吴響响問问咨咨噸吨園园圍围圓圆圖图團团聖圣場场壞坏塊块堅坚壇坛壩坝墳坟墜坠壘垒牆墙壯壮聲声' +
  '處处備备復复複复夠够頭头夾夹奪夺奮奋獎奖婦妇媽妈孫孙學学寧宁寶宝實实審审憲宪宮宫寬宽賓宾對对尋寻導导將将爾尔' +
  '塵尘嘗尝層层屬属嶼屿歲岁豈岂島岛嶺岭嶽岳峽峡崗岗幣币帥帅師师帳帐幫帮帶带幹干庫库應应廟庙廢废廣广開开異异棄弃' +
  '張张彈弹強强歸归當当錄录徹彻徑径後后徵征總总聯联職职恆恒恥耻惡恶愛爱態态憂忧懷怀戲戏戰战戶户執执擴扩掃扫揚扬' +
  '撫抚拋抛搶抢護护報报擔担擬拟擁拥擇择掛挂據据損损換换撥拨擠挤掙挣採采採采攜携攝摄敗败數数齊齐斷断無无舊旧時时' +
  '曠旷晉晋曬晒曉晓暫暂術术樸朴機机殺杀雜杂權权條条來来楊杨極极構构槍枪櫃柜標标棧栈棟栋欄栏樹树樣样橋桥檔档檢检' +
  '樓楼歐欧歡欢殘残畢毕氣气漢汉湯汤溝沟沒没潔洁灣湾濕湿滿满濱滨漁渔滬沪濟济測测渾浑濃浓淚泪瀋沈澤泽滅灭灑洒澇涝' +
  '漲涨潰溃潛潜燈灯災灾爐炉點点煉炼熱热煙烟燒烧燦灿爺爷牽牵犧牺狀状獨独獄狱獲获環环現现瑪玛電电畫画療疗瘋疯' +
  '盡尽監监盤盘礦矿礎础碼码確确磚砖禮礼禍祸禪禅離离種种積积稱称稅税穩稳窮穷竊窃競竞筆笔築筑簡简節节範范籃篮類类' +
  '糧粮緊紧紀纪約约級级紅红純纯紐纽紙纸納纳組组終终經经綁绑結结給给絡络絕绝統统繼继績绩緒绪續续維维綜综綠绿綱纲' +
  '網网縮缩繳缴線线練练織织紹绍細细編编緣缘縱纵緩缓縫缝繁繁罷罢羅罗罰罚聞闻聰聪肅肃腫肿脈脉腦脑臉脸臟脏腳脚藝艺' +
  '蘇苏蘋苹莊庄莖茎蔣蒋藥药獲获營营蕭萧薩萨蟲虫雖虽補补襲袭裝装製制見见觀观規规視视覽览覺觉觸触訂订計计認认討讨' +
  '讓让訓训議议訊讯記记講讲許许論论設设訪访證证評评識识訴诉診诊詞词譯译試试詩诗誠诚話话該该詳详語语誤误說说説说請请' +
  '諸诸課课誰谁調调諒谅談谈謀谋謝谢譜谱讀读財财責责賢贤敗败貨货質质販贩貧贫購购貫贯貼贴貴贵貸贷貿贸費费賀贺賊贼' +
  '賃赁資资賑赈賓宾賦赋賠赔賞赏賜赐賬账賴赖贊赞贈赠贏赢趙赵趕赶趨趋躍跃踐践車车軌轨軟软轉转輪轮輛辆輔辅輕轻載载較较' +
  '輸输轄辖辭辞邊边遼辽達达遷迁過过邁迈運运還还這这進进遠远違违連连遲迟適适選选遺遗鄧邓鄭郑郵邮鄰邻醬酱釋释裏里裡里' +
  '鑒鉴鑑鉴針针釣钓鋼钢鐘钟鈔钞鈉钠鐵铁鉛铅錢钱銀银銅铜鋪铺銷销鎖锁鍋锅錯错鎮镇鏡镜長长門门閉闭間间閑闲閘闸閣阁閱阅' +
  '隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐難难霧雾靈灵靜静頁页頂顶項项順顺須须預预領领頗颇頻频題题額额顏颜願愿' +
  '顯显風风飛飞飯饭飲饮飾饰館馆餐餐馬马駐驻駕驾騎骑驗验驅驱騙骗魯鲁鮮鲜鳥鸟雞鸡鴨鸭麥麦黃黄齡龄龍龙龐庞龜龟佔占範范係系' +
  '於于併并佈布週周準准彙汇匯汇滙汇徵征牌牌衝冲閩闽贛赣瓊琼鄂鄂黔黔滇滇瀘泸漵溆鬱郁鬥斗' +
  '國国慶庆粵粤陝陕卹恤諮咨錶表隻只詢询擺摆壽寿殯殡碩硕儉俭漸渐顧顾滄沧濰潍棗枣萊莱榮荣錦锦蕪芜錫锡鹽盐婁娄綿绵騰腾隴陇維维繫系傢家啓启讚赞託托託托凈净';

const SIMPLIFIED = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[2 * i]!, PAIRS[2 * i + 1]!] as const).filter(
    ([traditional, simple]) => traditional !== simple,
  ),
);
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');
/** Whether any character of it is one of these. */
export function isTraditional(text: string): boolean {
  return text.search(TRADITIONAL) >= 0;
}

/** The text in Simplified characters, as long as it was; the text itself where it has no others. */
export function simplified(text: string): string {
  return isTraditional(text) ? text.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character)!) : text;
}
