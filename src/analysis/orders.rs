//! Whether a reply goes on to the order: what a buyer who is ready hears as being asked, however it is put.

use crate::text::{Text, cues};

cues! {
    ORDERS:
        "(开单|下单|签约|报名|登记|打包|开票|预约)", "(写|签|拟|发|出)~合同", "合同~(发|给)你", "付(款|定金|一下|了)", "扫~付", "交~定金",
        "(就|先|今天|现在|这就)~(定|要|拿|买|装|签|付|办|约)", "定(下来|下|了吧|吧|这|好)", "给你(开|写|订|定|拿|装|包|留|下|登|安排|寄|发|约|报|办)",
        "(帮|替)你(开|写|订|定|拿|装|包|留|下|登|安排|寄|发|约|报|办)", "包起来", "(来|拿|要)(一|两|二|这|1|2)",
        "要不要(先|就)?(拍|下|买|订|报|办|定|来|带|拿)", "(拍|下单|买|订|报名|办理?|入手|带走)(了|一(盒|个|套|件|份|单|下|台|双|只))?(吗|么|不|呢|嘛)$",
        "(换|改|转|升)成<num>", "(回|打|发)个?(y|1|好|是|确认)",
        "(明天|后天|今天|大后天|周[一二三四五六日天]|礼拜[一二三四五六日天]|[0-9]+号|上午|下午|晚上|[0-9一二三四五六七八九十]+点)~(来|到|见|装|送|取|去|可以|行|好|方便|吧|对|过来)", "我(过来|过去|上门)";
}

/// True where the speaker himself goes on to the order or to the appointment.
pub fn goes_on_to_order(text: &Text) -> bool {
    !ORDERS.said(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_heard_and_waiting_is_not() {
        assert_eq!(ORDERS.broken(), Vec::<&str>::new());
        for (reply, wanted) in [
            ("开单吧?", true),
            ("那就明天上午十点吧,我过来。", true),
            ("就定这台黑色的吧", true),
            ("那我给您包起来?", true),
            ("您定了我这就写合同,三成定金", true),
            ("给您拿黑色的,现在就装好?", true),
            ("行的话我就把合同发您", true),
            ("那您要拍一盒吗?", true),
            ("那您看要不要拍呢", true),
            ("那您报名吗?", true),
            ("就按这个号换成128,您看好了回Y就行", true),
            ("您以前买过吗", false),
            ("您慢慢考虑,不着急", false),
            ("好的", false),
            ("还有哪里不明白吗", false),
            ("先不给您下单,您再想想", false),
        ] {
            assert_eq!(goes_on_to_order(&Text::new(reply)), wanted, "{reply}");
        }
    }
}
