//! 假定成交: speaks as if the buyer had decided, and moves on to the next step of the purchase.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// The next step is taken.
    TAKES_STEP:
        "(给|帮|替|为)你(?:[^,。!\\?;:…不]{0,4})(安排|下单|发货|打单|开单|开票|填|写上|写好|预留|留好|装好|装起来|包好|包起来|包上|打包|定好|定上|定下|订好|订上|预约|约好|约上|排上|排|备货|备注|报名|办理|办好|办上|办|录入|录上|出单|锁定|锁上|配货|提交|登记上|开通|下定|排期|占位|占个|起草|拟合同|寄出|拿(两|三|一|新|个)|装车|送过去|送到)",
        "(那|这就|现在|马上|今天)~(就)?(安排|下单|打单|开单|发货|出库|备货|排产|开通)(啦|了|咯|喽|哈|哦)",
        "先(给|帮)你~(写|开|打|装|留|定|下|记|排|登记)(上|下|好|单|了)",
        "(那)?我(这就|就|先|马上|现在)(去)?(给你)?(开票|开单|打单|下单|包|装|备货|安排发货|写单子|填单子|填表|打包|拿新的|拿货|叫师傅|开通|排|排期|通知仓库)",
        "(收件人|收货人|受益人|抬头|合同|单子|发票|电子票|发票抬头)(我)?(就)?~(写|填|开|寄|按)~(你|法定|贵司|公司|本人|上|哈|了|啦)",
        "(合同|协议|保单|电子保单)~(寄|发|带)(出去|过去|给你|你手机|你邮箱|过来)",
        "(到货|送货|安装|开课|发车|上门|出发)(那天|当天|的时候|前一天)~(我|师傅|司机|我们|带)",
        "(送|寄|发)到(你)?(家|公司|单位|店|楼下|门口|学校|老家)~(的时候|记得|留意|签收|注意)",
        "(收到|到手|到货|拿到|拿回去|带回去|回去)(后|以后|了|之后)?~(记得|先|第一次|早晚|每天|你)~(洗|用|喝|吃|泡|抹|充|通风|冲|试|装)";
    /// A detail of the purchase is asked as if it were settled.
    ASKS_DETAIL:
        "(你)?(是否|是不是)?(希望|想|打算|准备)~(什么时候|几号|哪天|周<num>|下周|明天|今天|这周|从|月初)~(开始|送|发|到|安装|上门|开课|出发|装)",
        "(什么时候|哪天|几号|几点|周几|哪个时间)~(给你)?(送|送货|发货|安装|上门|送过去|装|过来|安排)", "(给你)?(送到|寄到|发到|寄)~(哪|家里还是|公司还是|单位还是|什么地址|这个地址)",
        "(收货|收件|送货|邮寄|寄货)?地址~(发|给|留|写|报|是|填|还是|用)~(哪|我|一下|哈|下|吗|原来|上次|老)", "(贺卡|备注|卡片|刻字|单子上|订单)~(写|刻|备注)~(什么|谁|哪)", "(发票|抬头)~(开|写)~(公司|个人|什么|哪|谁)",
        "(今天|先|那就|那)?(就)?给你(来|拿|带|装|包|发|配|定|开|上|留)(<num>)(<cn>|单|坐席)~(吧|行吧|哈|好吧|咯|啦|了|可以吧|够吧|$)", "(用|按|走)(花呗|微信|支付宝|现金|刷卡|对公|分期)~(还是|付|吗|吧|哈)", "(充电|放|装|摆)~(就)?(搁|放|装|摆|靠)~(行吧|吧|哪)", "(尺码|颜色|圈号|规格)(我)?(就)?(给你)?(按|定|选|拿|备注)~(了|哈|吧|啦)",
        "是(寄|送|发|邮)(到|去)?~(吗|吧|对吧)";
    /// Asks whether, or makes it conditional; or it is only an offer of service.
    WHETHER: "(要不要|需不需要|需要我|需要(给|帮)|要我|可以(给|帮)你|能(给|帮)你|如果|要是|假如|等你|你(要|想)~的话|的话|考虑|考虑得|您要买吗|买不买|你看行吗|愿不愿意|可不可以|先看看|看一下|要的话|想要|以后|下次|什么时候需要|再给你|看好了|有问题|确定(了|好)|拍了|拍下|付了|下单后|决定(了|好))";
    /// What is arranged is no purchase.
    OTHER_ARRANGEMENT: "(试用|试吃|试睡|试喝|小样|样品|体验|试听|检测报告|报告|资料|报价|报价单|链接|截图|图片|视频|说明|登记|换|退|重发|补发|补|催|查|问|申请|反馈|核实|处理|优惠券|券|返现|客服|技术|主管|经理|回电|电话|名片|尺寸|水|茶|讲|介绍|演示|看看|喂量|师傅|对比|算|称|量)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let buyer = &scene.buyer;
    if buyer.ordered || buyer.complains || buyer.after_sale || scene.recites() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for span in scene.said(&TAKES_STEP) {
        let clause = scene.text.clauses_around(span);
        let slice = crate::text::Text::new(scene.text.slice(clause));
        let asks_whether = scene.asks(span) && scene.text.slice(clause).ends_with(['吗', '不', '么']);
        if !WHETHER.any(&slice) && !OTHER_ARRANGEMENT.any(&slice) && !asks_whether && !conditional(scene, span) {
            out.push(clause);
        }
    }
    for span in scene.said(&ASKS_DETAIL) {
        let clause = scene.text.clauses_around(span);
        let slice = crate::text::Text::new(scene.text.slice(clause));
        if !WHETHER.any(&slice) && !conditional(scene, span) && !scene.text.slice(clause).contains("还是") {
            out.push(clause);
        }
    }
    out
}

/// True where an earlier clause of the sentence sets a condition.
fn conditional(scene: &Scene<'_>, span: Span) -> bool {
    let clauses = scene.text.clauses();
    let at = clauses.partition_point(|c| c.span.end <= span.start);
    let Some(own) = clauses.get(at) else { return false };
    clauses[..at].iter().rev().take(3).take_while(|c| c.sentence == own.sentence).any(|c| {
        let slice = scene.text.slice(c.span);
        ["如果", "要是", "假如", "等你", "的话", "没问题", "没错", "决定", "要的", "确定", "点头", "合适", "只要", "想好", "拍"].iter().any(|w| slice.contains(w))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn assumptive() {
        check(
            "closes:assumptive",
            &[
                ("看着挺好的", "那我今天就帮您安排发货啦"),
                ("嗯嗯", "您是否希望下周就开始您的减重计划呢"),
                ("还不错", "那我先给您打单了哈"),
                ("嗯", "好的姐,我这就给您包起来"),
                ("好看", "收件人就写您本人哈"),
            ],
            &[
                ("看着挺好的", "您要买吗"),
                ("嗯", "您考虑得怎么样了"),
                ("我拍下了怎么付款", "好的,我帮您改价,您刷新付款就行"),
                ("嗯", "需要我帮您安排发货吗"),
                ("嗯", "我不是催您下单哈"),
                ("等了三天还没发货", "我马上给您安排补发"),
                ("嗯", "如果您觉得合适,我再给您安排发货"),
            ],
        );
    }
}
