//! 守住底线: says no, politely, to what cannot be given.

use crate::analysis::Family;
use crate::analysis::scene::Scene;
use crate::text::{Span, cues};

cues! {
    REFUSES:
        "(做|给|送|降|让|报|动|少|便宜|答应|满足|改|退|申请|批|打|抹|承诺|保证|拿|优惠|减|办|破)不(了|起|到|动|下来|出)", "不能(再|给|私下|送|退|少|降|便宜|打折|优惠|抹|这么|答应|承诺|破例|退现|返|改价|保证)", "没(有)?(办)?法(再|给|送|降|便宜|答应|满足|退|优惠|打折|私下|承诺|保证|帮你改)", "(已经|真的?|确实|就是)?(到底|最低)(了|价|价了|的了)", "(是|已经是|就是)(最|底)(低|价|实在)", "不(议|还|讲|二)价", "(统一|一口|全国统一)(价|定价|售价)", "(公司|店里|平台|系统|规定|制度|政策|财务)~(规定|不允许|不让|不能|有规定|没法)", "(不能|不好|没权限|权限)~(擅自|私自|随便|给|再)", "恕", "(抱歉|不好意思)≈(不能|没法|没办法|做不到|不行|没有|无法)", "^(这个|这)?(真的?|确实|实在)?(不行|不可以|不合规|做不到)(的)?(哈|哦|呢|,|。|$|亲)", "(真|实在|确实)(的)?(不行|没有|没法|没办法|给不了|不能)", "没有(更低|再低|活动|优惠|赠品|折扣|空间|让利)(的)?(了|空间|哈|哦)?", "敢(打包票|保证|承诺)";
}

pub fn find(scene: &Scene<'_>) -> Vec<Span> {
    let buyer = &scene.buyer;
    let demands = buyer.bargains
        || buyer.complains
        || (buyer.price && buyer.objects())
        || buyer.refuses
        || scene.has(Family::Moves, "offer");
    if !demands || !buyer.objects() {
        return Vec::new();
    }
    let mut out = scene.spoken(&REFUSES);
    out.retain(|&s| !scene.asks(s) || scene.text.slice(s).contains("是你的"));
    scene.clauses_of(&out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::rule::check;

    #[test]
    fn boundary() {
        check(
            "moves:boundary",
            &[
                ("便宜点吧", "亲,这个价真的做不了了"),
                ("499行吗,不行差评", "499确实做不到,老客户的50元券我给您"),
                ("100我就拿", "已经是最低价了哈,没有再降的空间"),
                ("再送一盒呗", "实在送不了,公司有规定"),
            ],
            &[("便宜点吧", "好的,给您减5元"), ("多少钱", "129元,不议价")],
        );
    }
}
