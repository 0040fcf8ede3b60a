//! 假定成交: speaks as if the buyer had decided, and moves on to the next step of the purchase.

use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    /// The next step is taken.
    TAKES_STEP:
        "(给|帮|替|为)你(?:[^,。!\\?;:…不]{0,4})(安排|下单|发货|打单|开单|开票|填|写上|写好|预留|留好|装好|装起来|包好|包起来|包上|打包|定好|定上|定下|订好|订上|预约|约好|约上|排上|排|备货|备注|报名|办理|办好|办上|办|录入|录上|出单|锁定|锁上|配货|提交|登记上|开通|下定|排期|占位|占个|起草|拟合同|寄出|拿(两|三|一|新|个)|装车|送过去|送到)",
        "(那|这就|现在|马上|今天)~(就)?(安排|下单|打单|开单|发货|出库|备货|排产|开通)(啦|了|咯|喽|哈|哦)",
        "(那|我)[^,。!\\?;]{0,4}(给|帮|替)你(办|定|订|开|包|装|拿|留|登记|安排|排|下)(上|下来|下|好)?了$",
        "^(那)?(咱们|咱|我们)(今天|现在|这)?就(这么)?定下来?(了|啦|吧|:|$)",
        "先(给|帮)你~(写|开|打|装|留|定|下|记|排|登记)(上|下|好|单|了)",
        "(那)?我(这就|就|先|马上|现在)(去)?(给你)?(开票|开单|打单|下单|包|装|备货|写单子|填单子|填表|打包|拿新的|拿货|叫师傅|开通|排|排期)",
        "(收件人|收货人|受益人|抬头|合同|单子|发票|电子票|发票抬头)(我)?(就)?~(写|填|开|寄|按)~(你|法定|贵司|公司|本人|上|哈|了|啦)",
        "(合同|协议|保单)~(寄|发|带)(出去|过去|给你|你手机|你邮箱|过来)",
        "(到货|送货|安装|开课|发车|上门|出发)(那天|当天|的时候|前一天)~(我|师傅|司机|我们|带)";
    /// The buyer's particulars are taken down for it.
    TAKES_DOWN:
        "(报|发|给|说|念)(一下|下)?(我|给我)≈我(这边|这就|就|来|好|现在|马上)?(给你)?(去)?(开单|下单|填|登记|打包|录|开票|安排|写单|办|装箱|发货)", "(填|写|登记|录|排|加|报|安排)(到|进|在|上)[^,。]{0,10}(表|班|单子|系统|名单|档案|课|合同|车次|周末班)(上|里|上了|里了|了|$)", "(师傅|司机|工人|我们|物流)[^,。]{0,4}(过去|上门|到家|去)(给你)?(装|送|量|安装)", "(家里|公司|店里)[^,。]{0,8}有人(在)?(吧|吗|$)", "(合同|协议|保单)[^,。]{0,4}(就)?(签|按|定)[^,。]{0,6}(年|月|的|版)", "(送货|安装|上门|发货|交车|开课|首期|生效|提车|交付|配送|进场)[^,。]{0,6}(就)?(安排|定|约|排|写)(在|到)?[^,。]{1,10}(吧|哈|,|$|啦|了|好吧)";
    /// Something is done for the buyer, or agreed on: enough where the buyer has just shown liking.
    GOES_ON:
        "(那|我|咱们|咱|这就|行|好|就|我们|我这边|直接)[^,。!\\?]{0,8}(把你|给你|帮你|替你|为你)[^,。!\\?]{1,14}(了|上|好|下|去|来|吧|啦|哈|哦|送货|发货)$", "(就)?(固定|定|约|安排)在[^,。]{2,10}(吧|哈|了|$)", "让(仓库|师傅|老师|同事|店里|厂里|司机)[^,。]{0,4}(给|帮|替)你", "(咱们|咱|那)?(就)?把?[^,。]{0,4}(合同|定金|订单|单子|协议|手续)[^,。]{0,4}(签|交|下|办|付)(了|下来|掉|上)", "(身份证|车牌|姓名|地址|电话|抬头|生日|手机号|微信)(号|号码)?你?(报|发|给|说|留|写)(一下|下|我|给我)", "(送货单|订单|合同|保单|单子|卡|报名表)(上)?(就)?写(你|谁|哪)";
    /// A detail of the purchase is asked as if it were settled.
    ASKS_DETAIL:
        "(你)?(是否|是不是)?(希望|想|打算|准备)~(几号|哪天|周<num>|下周|明天|今天|这周|从|月初)~(开始|送|发|到|安装|上门|开课|出发|装)",
        "(哪天|几号|几点|周几)~(给你)?(送|送货|发货|安装|上门|送过去|装|过来|安排)", "(给你)?(送到|寄到|发到|寄)~(哪|家里还是|这个地址)",
        "(收货|收件|送货|邮寄|寄货)?地址~(发|给|留|写|报|是|填|还是|用)~(哪|我|一下|哈|下|吗|原来|上次|老)", "(贺卡|备注|卡片|刻字|单子上|订单)~(写|刻|备注)~(什么|谁|哪)", "(发票|抬头)~(开|写)~(公司|个人|什么|哪|谁)",
        "(今天|先|那就|那)?(就)?给你(来|拿|带|装|包|发|配|定|开|上|留)(<num>)(<cn>|单|坐席)~(吧|行吧|哈|好吧|咯|啦|了|可以吧|够吧|$)", "(用|按|走)(花呗|微信|支付宝|现金|刷卡|对公|分期)~(还是|付|吗|吧|哈)";
    /// Asks whether, or makes it conditional; or it is only an offer of service.
    WHETHER: "(要不要|需不需要|需要我|要我|可以(给|帮)你|能(给|帮)你|如果|要是|假如|等你|你(要|想)~的话|的话|考虑|考虑得|买不买|你看行吗|先看看|看一下|要的话|想要|以后|下次|再给你|看好了|有问题|拍了|拍下|付了|下单后)";
    /// What is arranged is no purchase.
    OTHER_ARRANGEMENT: "(试用|试吃|试睡|试喝|小样|样品|体验|试听|检测报告|报告|资料|报价|报价单|链接|截图|图片|视频|说明|登记|换|退|重发|补发|补|催|查|问|申请|反馈|核实|处理|优惠券|券|返现|客服|技术|主管|经理|回电|电话|名片|尺寸|水|茶|讲|介绍|演示|看看|喂量|师傅|对比|算|称|重新|上门给你|截图|不用跑|量)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let buyer = &scene.buyer;
    if buyer.ordered || buyer.complains || buyer.after_sale || scene.recites() {
        return Vec::new();
    }
    let mut out = Vec::new();
    let liked = buyer.likes();
    let goes_on = if liked { scene.said(&GOES_ON) } else { Vec::new() };
    for span in goes_on.into_iter().chain(scene.said(&TAKES_STEP)).chain(scene.said(&TAKES_DOWN)) {
        let clause = scene.text.clauses_around(span);
        let slice = scene.text.slice(clause);
        let asks_whether = scene.asks(span) && scene.text.slice(clause).ends_with(['吗', '不', '么']);
        if !WHETHER.any_in(slice) && !OTHER_ARRANGEMENT.any_in(slice) && !asks_whether && !conditional(scene, span) {
            out.push(clause);
        }
    }
    // An objection is not passed over by asking for the next detail.
    let details = if buyer.objects() && !buyer.ready { Vec::new() } else { scene.said(&ASKS_DETAIL) };
    for span in details {
        let clause = scene.text.clauses_around(span);
        let slice = scene.text.slice(clause);
        if !WHETHER.any_in(slice) && !conditional(scene, span) {
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
        [
            "如果",
            "要是",
            "假如",
            "等你",
            "的话",
            "没问题",
            "没错",
            "决定",
            "要的",
            "确定",
            "点头",
            "合适",
            "只要",
            "想好",
            "拍",
        ]
        .iter()
        .any(|w| slice.contains(w))
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
                ("听着还行", "那咱们就定下来:一盒荷叶茶,寄到南京,没错吧?"),
                ("行吧", "那我就给您办上了?"),
                ("嗯", "我这就给您定下来"),
            ],
            &[
                ("看着挺好的", "您要买吗"),
                ("嗯", "您考虑得怎么样了"),
                ("我拍下了怎么付款", "好的,我帮您改价,您刷新付款就行"),
                ("嗯", "需要我帮您安排发货吗"),
                ("嗯", "咱们定下来之前您再看看"),
                ("上次拍的呢", "上次已经给您办好登记了吗"),
                ("嗯", "我不是催您下单哈"),
                ("等了三天还没发货", "我马上给您安排补发"),
                ("嗯", "如果您觉得合适,我再给您安排发货"),
            ],
        );
    }
}
