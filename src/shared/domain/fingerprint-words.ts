/**
 * 256 two-character words, one for each value of a byte, to be read out over the telephone: everyday things, no two of
 * them with the same sound. The order is part of the format and never changes.
 */
const words: readonly string[] = `
苹果 香蕉 西瓜 葡萄 樱桃 柠檬 菠萝 草莓 桃子 石榴 柿子 红枣 核桃 花生 板栗 莲子
白菜 萝卜 土豆 番茄 黄瓜 茄子 豆腐 南瓜 冬瓜 芹菜 菠菜 洋葱 大蒜 生姜 辣椒 蘑菇
米饭 馒头 面条 饺子 包子 油条 豆浆 稀饭 汤圆 月饼 粽子 年糕 火锅 烧饼 鸡蛋 牛奶
老虎 袋鼠 大象 熊猫 河马 猴子 兔子 松鼠 狐狸 骆驼 绵羊 山羊 水牛 黑马 小猪 花狗
白猫 公鸡 鸭子 天鹅 孔雀 喜鹊 燕子 麻雀 鸽子 老鹰 仙鹤 蝴蝶 蜜蜂 蜻蜓 蚂蚁 青蛙
鲤鱼 金鱼 鲸鱼 海豚 乌龟 螃蟹 龙虾 珊瑚 贝壳 海星 荷花 梅花 兰花 菊花 牡丹 玫瑰
百合 桂花 杨柳 柏树 竹子 银杏 梧桐 枫叶 小草 森林 高山 平原 草原 沙漠 河流 湖泊
大海 瀑布 温泉 岛屿 太阳 月亮 星星 彩虹 白云 春风 秋雨 冬雪 闪电 雷声 雾气 露水
早晨 中午 傍晚 夜晚 春天 夏天 秋天 冬天 东方 南方 西部 北京 上海 广州 成都 杭州
苏州 长城 故宫 泰山 黄河 长江 桂林 西湖 敦煌 拉萨 桌子 椅子 床铺 柜子 书架 沙发
窗户 大门 钥匙 灯泡 镜子 雨伞 扇子 剪刀 针线 毛巾 肥皂 牙刷 梳子 水杯 茶壶 筷子
饭碗 盘子 铁锅 菜刀 冰箱 电视 电话 电脑 风筝 气球 皮球 跳绳 象棋 围棋 毛笔 墨水
白纸 铅笔 书包 课本 字典 地图 日历 报纸 信封 邮票 火车 汽车 轮船 飞机 单车 地铁
马路 大桥 隧道 车站 码头 机场 学校 医院 商店 银行 公园 剧院 书店 邮局 工厂 农田
医生 老师 工人 农民 司机 厨师 画家 歌手 演员 记者 锣鼓 二胡 古筝 笛子 琵琶 钢琴
红色 绿色 蓝色 紫色 棉花 丝绸 布鞋 帽子 手套 围巾 眼镜 手表 戒指 口袋 拐杖 灯笼
`
  .trim()
  .split(/\s+/);

/** The words of some bytes, one for each. */
export const wordsOf = (bytes: readonly number[]): string[] => bytes.map((byte) => words[byte] ?? '');
