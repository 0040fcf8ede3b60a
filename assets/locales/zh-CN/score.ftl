# 评分单与复盘

grade-model = 示范
grade-ready = 可上岗
grade-practice = 待练
grade-weak = 偏弱
grade-harmful = 有害
seal-model = 优
seal-ready = 良
seal-practice = 练
seal-weak = 弱
seal-harmful = 危

outcome-deal = 成交
outcome-appointment = 约成
outcome-resolved = 已解决
outcome-declined = 礼貌作罢
outcome-deferred = 改日再说
outcome-lost = 未成
outcome-left = 客户离开
outcome-quit = 中途退出
outcome-open = 还在谈

dimension-tone = 语气
dimension-response_time = 响应时间
dimension-script_adherence = 话术流程
dimension-closing_technique = 成交技巧
dimension-objection_handling = 异议处理
dimension-product_truth = 产品真实
dimension-critical = 红线

technique-assumptive = 假定成交
technique-alternative = 二选一
technique-summary = 概述成交
technique-testimonial = 口头证实
technique-warning = 警戒成交
technique-assist = 顺势帮下单
technique-isolation = 隔离成交

matter-need = 需求异议
matter-means = 支付能力
matter-authority = 做主的人
matter-price = 价格异议
matter-goods = 产品异议
matter-service = 服务异议
matter-time = 时机异议
matter-provocation = 挑衅
matter-demand = 过分要求
matter-digression = 闲话
matter-question = 提问

reason-no-reply = 一句都没有回

# 语气
rule-tone-average = 平均语气
rule-tone-worst = 最差的一轮
rule-tone-attentive = 客户不快时先照顾情绪
rule-tone-no-reply = 没有回复
rule-tone-repeated = 原话重复
rule-tone-fault-arrogant = 傲慢不尊
rule-tone-fault-blaming = 推责
rule-tone-fault-pressuring = 施压
rule-tone-fault-curt = 敷衍
rule-tone-fault-interrogating = 穷追逼问
rule-tone-fault-oily = 油腔滑调
rule-tone-fault-rambling = 啰嗦冗长
note-tone-warm = 亲切又上心
note-tone-friendly = 礼貌友好
note-tone-flat = 公事公办，再暖一点会更好
note-tone-cold = 听着有些冷
note-tone-rude = 这句会让人不舒服
note-tone-nonsense = 没看懂这句的意思
note-tone-worst = 整场里最伤人的一句
note-tone-attentive = 先照顾了对方的情绪
note-tone-lifted = 对方的心情好了起来
note-tone-soured = 对方的心情明显变差
note-tone-inattentive = 对方已经不高兴，先认一声再讲事会好些
note-fault-arrogant = 有看低对方的意思
note-fault-blaming = 把责任推了出去
note-fault-pressuring = 逼得紧了
note-fault-curt = 太敷衍，没帮上忙
note-fault-interrogating = 一连串地问，像在盘问
note-fault-oily = 有点油滑
note-fault-rambling = 太长，重点被淹了
note-repeated = 和前面说得一字不差

# 响应时间
rule-response_time-first = 首次响应
rule-response_time-average = 平均响应
rule-response_time-patience = 没让客户催
rule-response_time-handle = 总时长
rule-response_time-no-reply = 没有回复
note-response-prompt = { $seconds } 秒回复，及时
note-response-slow = { $seconds } 秒才回，比读题打字多等了约 { $waited } 秒
note-response-empty = 回得快也不算：这句没有内容
note-response-beside = 回了，但没答到点上，响应分只给一点
note-response-nudged = 客户等不及，催了一次
reason-handle = 全程 { $minutes } 分钟
reason-handle-broken = 谈崩了，不计时长分

# 话术流程
rule-script_adherence-no-reply = 没有回复
rule-script_adherence-broken-off = 流程没走完，客户先走了
reason-script-met = { $step }：做到了
reason-script-astray = { $step }：做了，但顺序差得远，得一半
reason-script-missed = { $step }：没做
note-script-met = 流程「{ $step }」做到了
note-script-astray = 流程「{ $step }」做了，位置不对
note-script-missed = 这里可以「{ $step }」：{ $hint }
missed-step = 流程里少了「{ $step }」

# 成交技巧
rule-closing_technique-timing = 时机
rule-closing_technique-fit = 适合这位客户
rule-closing_technique-execution = 说得得体
rule-closing_technique-early = 开口太早
rule-closing_technique-stuffed = 一句里堆了太多招
rule-closing_technique-urging = 反复催单
rule-closing_technique-not-taken = 没有谈拢
rule-closing_technique-unsettled = 答应之后的手续没接上
rule-closing_technique-unsupported = 产品表不支持，不计分
rule-closing_technique-no-close = 有意而没有开口
rule-closing_technique-never-ready = 客户没有走到想买
rule-closing_technique-goal-met = 目标达成保底
rule-closing_technique-no-reply = 没有回复
reason-close-right = 时机合适：客户已经有意
reason-close-late = 晚了一点：客户早就有意
reason-close-early = 早了：客户还没有意
reason-close-fits = { $technique }很对这位客户
reason-close-neutral = { $technique }不好不坏
reason-close-misfits = 这位客户不吃{ $technique }
reason-no-close = 客户给了信号，没有人开口成交
reason-never-ready = 问题和顾虑没解决，客户一直没有意
note-close-best = { $technique }。{ $why }
note-close-silent = 客户已经有意，这一句可以开口成交
note-close-early = 客户还没有意就催单
note-close-stuffed = 一句里用了三种以上成交法，反而没分量
note-close-urging = 被拒之后还在催
note-close-not-taken = 开了口，对方没有点头
note-close-unsettled = 客户已经答应，这一步手续没接上
note-close-unsupported = { $technique }没有产品表上的依据，不计分
missed-close = 客户已经有意，没有开口成交

# 异议处理
rule-objection_handling-resolved = 化解
rule-objection_handling-acknowledged = 先认同再说理
rule-objection_handling-probed = 问出真正的顾虑
rule-objection_handling-refuted = 生硬反驳
rule-objection_handling-misled = 用不实的话应付
rule-objection_handling-walked-out = 客户听不下去，走了
rule-objection_handling-no-reply = 没有回复
reason-probe-told = 客户说了真心话
reason-probe-tried = 问过或谈成了，真心话没有出来
reason-probe-none = 没有问过背后的原因
note-objection-settled = { $matter }化解了
note-objection-half = { $matter }只说到一半
note-objection-soothed = 情绪安抚了，{ $matter }还在
note-objection-misled = { $matter }用了与产品表不符的话
note-objection-open = { $matter }没有接住
note-objection-acknowledged = 先认同，再说理
note-objection-unacknowledged = 少了一句认同
note-objection-probed = 问出了真正的顾虑
note-objection-unprobed = 这里可以问一句真正担心什么
note-objection-need = 说中了真正的需要
note-objection-refuted = 直接顶了回去

# 产品真实
rule-product_truth-true = 说的都有依据
rule-product_truth-answered = 问的都答了
rule-product_truth-medical = 医疗功效
rule-product_truth-contradicts-sheet = 与产品表不符
rule-product_truth-beyond-sheet = 超出产品表的承诺
rule-product_truth-absolute = 绝对化用语
rule-product_truth-wrong = 说错了
rule-product_truth-self-contradicted = 前后不一
rule-product_truth-no-reply = 没有回复
reason-truth-nothing-told = 没有说错，也什么都没说清
note-truth-answered = 问题答清楚了
note-truth-half = 问题只答了一半
note-truth-unanswered = 问题没有答
note-truth-medical = 不能说治病防病
note-truth-contradicts-sheet = 和产品表说的不一样
note-truth-beyond-sheet = 产品表上没有这个承诺
note-truth-absolute = 绝对化用语
note-truth-wrong = 这一点说错了
note-truth-self-contradicted = 和自己前面说的对不上

# 没抓住的机会
missed-question = 没答清：「{ $ask }」
missed-objection = 没化解：「{ $ask }」
missed-truth = 没问出来：{ $truth }

# 红线
critical-insult = 侮辱了客户
critical-false_promise = 许了做不到的诺
critical-off_platform = 引导到平台外付款

# 下一步练什么
practise-tone = 先练语气：每句先应一声，再讲事。{ $wins }
practise-response_time = 先练快：看到问题先给一句准话，细节随后补。{ $wins }
practise-script_adherence = 先练流程：对照步骤走一遍，问好、提问、核实一样别落。{ $wins }
practise-closing_technique = 先练开口：听到「那就」「什么时候发」这类话，下一句就成交。{ $wins }
practise-objection_handling = 先练接异议：先认同，问一句真正担心什么，再摆一件事实。{ $wins }
practise-product_truth = 先练产品表：只说表上有的，问什么答什么。{ $wins }
practise-critical-insult = 先守住底线：再难缠也不伤人，缓一口气再打字。{ $wins }
practise-critical-false_promise = 先守住底线：做不到的不许诺，说清能做到的。{ $wins }
practise-critical-off_platform = 先守住底线：付款一律走平台。{ $wins }
practise-none = 这位{ $persona }已经难不住你，换一位更难的试试。

# 终端里的评分单
scorecard-head = { $seal } { $overall } 分 · { $grade } · { $outcome }
scorecard-passed = 及格线 { $mark }，通过
scorecard-failed = 及格线 { $mark }，未通过
scorecard-weight = 占 { $weight }
scorecard-not-applicable = 不适用
scorecard-critical = 红线：第 { $turn } 轮{ $what }，总分封顶 39
scorecard-kpi = 首次响应 { $first } 秒 · 平均 { $average } 秒 · 全程 { $handle } 秒 · 答问比 { $ratio }%
scorecard-turn = 第 { $turn } 轮 · { $points }
scorecard-costliest = 最值得重来的一轮
scorecard-missed = 没抓住的机会
scorecard-example = 可以这样说：{ $example }
scorecard-practise = 下一步练什么
scorecard-none = —
