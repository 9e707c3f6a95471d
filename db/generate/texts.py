"""What generated rows say: Chinese templates, with a place, a house number or a season put in."""

from random import Random
from typing import NamedTuple

DIGITS = "零一二三四五六七八九"
PLACES = tuple(a + b for b in ("岭", "湾", "桥", "坪", "台") for a in "云松柳泉枫梅竹兰荷菊燕鹤鹿溪霞岚晴星月海")
ESTATES = tuple(
    a + b for a in ("锦绣", "祥和", "阳光", "康宁", "春晖", "望海", "文苑") for b in ("花园", "家园", "里", "新村")
)


def numeral(number: int) -> str:
    """Return a Chinese numeral, from 1 to 999 in words."""
    hundreds, tens, ones = number // 100 % 10, number // 10 % 10, number % 10
    if number >= 1000:
        return str(number)
    words = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (DIGITS[ones] if ones else "")


class NeedKind(NamedTuple):
    """A kind of need: the unit it is counted in, and about how many are asked for."""

    title: str
    category: str
    unit: str
    most: int
    description: str


class OfferKind(NamedTuple):
    """A kind of resource."""

    title: str
    form: str
    category: str
    unit: str
    description: str


NEEDS = (
    NeedKind("楼道扶手加装", "BUILDING_REPAIR", "层", 18, "楼内老人多，停电时上下楼不便，希望沿楼梯加装扶手。"),
    NeedKind("单元门维修", "BUILDING_REPAIR", "扇", 8, "单元门闭门器损坏，夜间关不严，住户反映多次。"),
    NeedKind("屋面渗漏排查修补", "BUILDING_REPAIR", "处", 6, "顶楼住户雨季反复渗水，需专业单位排查并修补。"),
    NeedKind("暖气管道检修", "BUILDING_REPAIR", "户", 40, "供暖前对老旧立管和阀门做一次检修，避免跑水。"),
    NeedKind("楼道照明更换", "BUILDING_REPAIR", "盏", 60, "声控灯损坏较多，晚归居民和老人存在摔倒风险。"),
    NeedKind("灭火器补充更换", "SAFETY_HAZARD", "具", 80, "楼道灭火器到期，需统一更换并登记。"),
    NeedKind("电动车集中充电宣传", "SAFETY_HAZARD", "场", 4, "个别住户飞线充电，需要入户劝导和案例宣讲。"),
    NeedKind("燃气安全入户检查", "SAFETY_HAZARD", "户", 120, "独居老人家庭燃气软管老化，需要上门查看。"),
    NeedKind("反诈讲座", "SAFETY_HAZARD", "场", 4, "近期冒充客服类电话增多，希望请专业人员现场讲解。"),
    NeedKind("楼前绿地补种", "ENVIRONMENT", "平方米", 200, "原有绿地踩踏裸露，居民愿意认养，缺苗木和指导。"),
    NeedKind("卫生死角清理", "ENVIRONMENT", "处", 12, "楼后堆物影响通行，需要车辆和人手集中清运。"),
    NeedKind("垃圾分类桶站值守", "ENVIRONMENT", "人次", 60, "早晚高峰桶站投放混乱，需要志愿者轮流值守引导。"),
    NeedKind("独居老人探访", "ELDERLY_CARE", "户", 30, "定期上门聊天、测血压、查看用电用气安全。"),
    NeedKind("长者助餐", "ELDERLY_CARE", "人份", 200, "行动不便的老人午餐送餐到家，需要餐源和送餐人手。"),
    NeedKind("适老化改造", "ELDERLY_CARE", "户", 12, "卫生间加装抓杆、铺防滑垫，优先失能和高龄家庭。"),
    NeedKind("暑期托管", "CHILD_CARE", "名", 40, "双职工家庭孩子暑期无人看护，需要场地和辅导老师。"),
    NeedKind("课后作业辅导", "CHILD_CARE", "课时", 48, "放学后到家长下班前的空档，希望有大学生或退休教师陪伴。"),
    NeedKind("儿童绘本更新", "CHILD_CARE", "册", 300, "社区阅览角图书陈旧，希望补充适龄绘本。"),
    NeedKind("义诊", "HEALTH", "场", 4, "居民希望在家门口量血压、测血糖、咨询慢病用药。"),
    NeedKind("口腔检查", "HEALTH", "人次", 80, "面向儿童和老人的口腔筛查与护理指导。"),
    NeedKind("急救知识培训", "HEALTH", "场", 3, "心肺复苏和海姆立克法实操培训，覆盖楼长和商户。"),
    NeedKind("法律咨询", "LEGAL_AID", "场", 6, "赡养、继承、物业纠纷类咨询集中，希望律师定点坐班。"),
    NeedKind("邻里纠纷调解", "LEGAL_AID", "件", 5, "漏水、噪声纠纷需要专业调解员参与。"),
    NeedKind("文艺汇演场地", "CULTURE_SPORTS", "场", 2, "居民自编节目排练多时，缺一处带音响的场地。"),
    NeedKind("健身器材维护", "CULTURE_SPORTS", "件", 15, "小广场健身器材松动，需要检修和加固。"),
    NeedKind("智能手机课堂", "TRAINING", "课时", 24, "教老年人挂号、缴费、视频通话和识别诈骗短信。"),
    NeedKind("就业技能培训", "TRAINING", "名", 40, "面向失业和灵活就业人员的家政、养老护理培训。"),
    NeedKind("困难家庭帮扶", "HARDSHIP", "户", 10, "对低保边缘家庭开展生活物资和学业帮扶。"),
    NeedKind("停车位共享", "TRAFFIC_PARKING", "个", 60, "夜间车位紧张，希望周边单位错时开放停车场。"),
    NeedKind("路口高峰疏导", "TRAFFIC_PARKING", "人次", 40, "上下学时段路口拥堵，需要志愿者协助疏导。"),
    NeedKind("水电小修上门", "OTHER", "件", 50, "为高龄和残疾人家庭提供小件维修，材料费实报实销。"),
)
PARTNER_NEEDS = (
    NeedKind("人才政策解读", "BUSINESS_SERVICE", "场", 2, "新引进员工关心落户、住房补贴，希望街道协调窗口上门。"),
    NeedKind("员工子女入学咨询", "BUSINESS_SERVICE", "户", 15, "随迁子女入学材料和学区划分需要专人答疑。"),
    NeedKind("员工运动场地", "CULTURE_SPORTS", "场次", 12, "希望每周能借用一次篮球或羽毛球场地。"),
    NeedKind("惠企政策对接", "BUSINESS_SERVICE", "场", 2, "小微企业希望集中了解减税和稳岗补贴申请。"),
    NeedKind("员工健康讲座", "HEALTH", "场", 2, "久坐和倒班员工较多，希望安排颈肩腰腿健康讲座。"),
)
OFFERS = (
    OfferKind("米面油慰问包", "GOODS", "HARDSHIP", "份", "可按名单送到社区，由网格员入户发放。"),
    OfferKind("灭火器与消防沙桶", "GOODS", "SAFETY_HAZARD", "具", "新购入库，随附使用说明和年检卡。"),
    OfferKind("志愿者服务", "LABOUR", "ENVIRONMENT", "人次", "每月第二个周六可组织，需提前三日约定。"),
    OfferKind("水电维修师傅", "LABOUR", "BUILDING_REPAIR", "人次", "持证上岗，自带工具，材料另计。"),
    OfferKind("会议室错时开放", "VENUE", "CULTURE_SPORTS", "场次", "工作日晚间和周末可用，可容纳四十人。"),
    OfferKind("多功能厅", "VENUE", "CHILD_CARE", "场次", "带投影和音响，用后请恢复桌椅。"),
    OfferKind("室内运动场", "VENUE", "CULTURE_SPORTS", "场次", "请穿软底鞋入场，未成年人须有成人陪同。"),
    OfferKind("爱心早餐", "PRODUCT", "ELDERLY_CARE", "份", "门店自提，凭社区发放的餐券。"),
    OfferKind("绘本与文具", "PRODUCT", "CHILD_CARE", "册", "适合三至十岁，消毒后交付。"),
    OfferKind("就业岗位信息", "INFORMATION", "BUSINESS_SERVICE", "条", "每季度更新，附岗位要求和薪资区间。"),
    OfferKind("安全用气提示视频", "INFORMATION", "SAFETY_HAZARD", "部", "可在社区大屏和微信群循环播放。"),
    OfferKind("律师坐班咨询", "PROFESSIONAL_SERVICE", "LEGAL_AID", "场", "每场两小时，可接受预约。"),
    OfferKind("全科义诊", "PROFESSIONAL_SERVICE", "HEALTH", "场", "医生两名、护士两名，含血压血糖检测。"),
    OfferKind("房屋结构初步查看", "PROFESSIONAL_SERVICE", "BUILDING_REPAIR", "处", "出具书面建议，不含正式鉴定。"),
    OfferKind("微心愿资金", "FUNDS", "HARDSHIP", "元", "用于困难家庭小额帮扶，凭票据拨付。"),
    OfferKind("防诈骗公开课", "COURSE", "SAFETY_HAZARD", "场", "每场一小时，附案例手册。"),
    OfferKind("智能手机入门课", "COURSE", "TRAINING", "课时", "小班教学，每班不超过十五人。"),
    OfferKind("家庭教育讲座", "COURSE", "CHILD_CARE", "场", "面向小学家长，可安排在周末。"),
)
PARTNERS = {
    "CO_BUILDING_UNIT": ("{}小学", "{}社区卫生服务站", "{}银行支行", "{}中学", "{}图书馆", "{}供电服务站"),
    "MASS_ORGANISATION": ("{}总工会", "{}妇女联合会", "{}团工委", "{}残疾人联合会", "{}科学技术协会"),
    "COMMUNITY_TALENT": ("{}退休教师工作室", "{}老木匠工作室", "{}退役军人服务岗", "{}书画能人工作室"),
    "PROPERTY_COMPANY": ("{}物业服务有限公司", "{}物业管理处"),
    "ENTERPRISE": ("{}航运有限公司", "{}餐饮有限公司", "{}建筑装饰有限公司", "{}软件有限公司", "{}超市有限公司"),
    "SOCIAL_ORGANISATION": ("{}社会工作服务中心", "{}养老服务中心", "{}公益促进会", "{}调解服务中心"),
    "VOLUNTEER_TEAM": ("{}红马甲志愿服务队", "{}党员突击队", "{}应急志愿服务队", "{}巾帼志愿服务队"),
    "DEPARTMENT": ("{}司法所", "{}市场监管所", "{}派出所", "{}人社服务站"),
}
REGISTERED = {"PROPERTY_COMPANY": "91", "ENTERPRISE": "91", "SOCIAL_ORGANISATION": "52", "CO_BUILDING_UNIT": "12"}
PLANS = (
    "已与楼长约好时间，先查看现场，再分两批完成。",
    "本周内派人对接，材料由我方准备，社区协助通知居民。",
    "计划安排两个周末完成，完工后由居民代表签字。",
    "按社区提供的名单逐户上门，每次两人一组。",
    "场地、讲师由我方落实，需社区组织报名。",
    "先试办一场，根据居民反馈再定后续安排。",
    "物资到货后送至党群服务中心，由网格员发放。",
    "由党员先锋岗牵头，每周反馈一次进度。",
)
GOALS = (
    "让居民在家门口得到服务",
    "把老人孩子的急事先办好",
    "消除隐患，办结后请居民评议",
    "由党支部牵头，伙伴认领，限时办结",
)
CONDITIONS = ("", "", "请提前三日预约", "仅限本街道居民", "需社区派人对接", "节假日除外")
EVIDENCE = ("签收单", "完工照片三张", "居民签字", "服务签到表", "物资发放清单", "回访记录")
COMMENTS = ("", "没有解决", "来得晚，也没有做完", "基本解决", "比较满意", "很满意，谢谢")  # by score
TALKS = (
    ("自行组织，或请合伙人认领", "发榜请合伙人认领，不足部分再议", "到会各方逐项比较，一致同意"),
    ("先试办，或一次办齐", "先试办一处，居民满意后推开", "多数同意试办，两户保留意见"),
    ("原地整改，或移位", "移位并加强管理", "公示七日无异议后实施"),
)
PLACES_OF_TALKS = ("党群服务中心", "网格党群驿站", "楼前小广场", "物业会议室")
OUTCOMES = ("已办结，居民代表到场确认", "问题已消除，另约定定期回看", "分两批完成，现场已清理")
WHISTLES = ("超出网格权限，请部门到场", "劝导多次无效，请联合处置", "存在安全隐患，请立即处置")
REASONS_FOR_TIME = ("材料采购需要时间", "涉及多家单位，须协调", "雨天无法施工")
REASONS = {
    "DECLINED": "近期排期已满",
    "EXPIRED": "三个工作日内未答复",
    "DEFAULTED": "逾期未兑现，数量退回",
    "SUSPENDED": "连续两次未按约兑现",
    "TERMINATED": "居民意见不一，改用其他办法",
    "PAUSED": "施工条件暂不具备",
    "REJECTED": "材料不全",
    "RETURNED": "不属网格受理范围，已告知办理途径",
    "REWORK": "回看仍有问题",
    "REOPENED": "回访不满意",
}


def house(random: Random) -> str:
    """Return a building that could be anywhere."""
    return f"{ESTATES[int(random.random() * len(ESTATES))]}{int(random.random() * 30) + 1}号楼"
