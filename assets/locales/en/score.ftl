# Scorecard and debrief

grade-model = model
grade-ready = ready
grade-practice = needs practice
grade-weak = weak
grade-harmful = harmful
seal-model = 优
seal-ready = 良
seal-practice = 练
seal-weak = 弱
seal-harmful = 危

outcome-deal = deal
outcome-appointment = appointment
outcome-resolved = resolved
outcome-declined = politely given up
outcome-deferred = put off
outcome-lost = lost
outcome-left = the buyer left
outcome-quit = quit
outcome-open = still talking

dimension-tone = Tone
dimension-response_time = Response time
dimension-script_adherence = Script
dimension-closing_technique = Closing
dimension-objection_handling = Objections
dimension-product_truth = Product truth
dimension-critical = Red line

technique-assumptive = assumptive close
technique-alternative = alternative close
technique-summary = summary close
technique-testimonial = testimonial close
technique-warning = warning close
technique-assist = helping with the order
technique-isolation = isolation close

matter-need = objection to the need
matter-means = question of means
matter-authority = question of who decides
matter-price = price objection
matter-goods = objection to the product
matter-service = objection to the service
matter-time = objection to the time
matter-provocation = provocation
matter-demand = excessive demand
matter-digression = digression
matter-question = question

reason-no-reply = not a single reply

# Tone
rule-tone-average = Average tone
rule-tone-worst = Worst turn
rule-tone-attentive = Feelings first when the buyer is upset
rule-tone-no-reply = No reply
rule-tone-repeated = Repeated word for word
rule-tone-fault-arrogant = Arrogant
rule-tone-fault-blaming = Blaming
rule-tone-fault-pressuring = Pressuring
rule-tone-fault-curt = Curt
rule-tone-fault-interrogating = Interrogating
rule-tone-fault-oily = Oily
rule-tone-fault-rambling = Rambling
note-tone-warm = Warm and attentive
note-tone-friendly = Polite and friendly
note-tone-flat = Businesslike; a little warmer would be better
note-tone-cold = Sounds a little cold
note-tone-rude = This would make people ill at ease
note-tone-nonsense = No sense could be made of this
note-tone-worst = The most hurtful reply of the talk
note-tone-attentive = Met the buyer's feelings first
note-tone-lifted = The buyer cheered up
note-tone-soured = The buyer's mood fell
note-tone-inattentive = The buyer is upset: acknowledge first, then explain
note-fault-arrogant = Looks down on the buyer
note-fault-blaming = Puts the blame elsewhere
note-fault-pressuring = Pushes too hard
note-fault-curt = Too curt to help
note-fault-interrogating = Question after question, like an interrogation
note-fault-oily = A little slick
note-fault-rambling = Too long; the point is lost
note-repeated = Word for word what was said before

# Response time
rule-response_time-first = First response
rule-response_time-average = Average response
rule-response_time-patience = The buyer need not nudge
rule-response_time-handle = Handle time
rule-response_time-no-reply = No reply
note-response-prompt = Replied in { $seconds } s: prompt
note-response-slow = Replied in { $seconds } s, about { $waited } s beyond reading and typing
note-response-empty = Quick does not count: the reply says nothing
note-response-beside = Replied, but beside the point: few points for time
note-response-nudged = The buyer had to nudge
reason-handle = { $minutes } min in all
reason-handle-broken = The talk broke off: no points for its length

# Script
rule-script_adherence-no-reply = No reply
rule-script_adherence-broken-off = The buyer left before the script was through
reason-script-met = { $step }: done
reason-script-astray = { $step }: done, but far out of order, half
reason-script-missed = { $step }: not done
note-script-met = Script step "{ $step }" done
note-script-astray = Script step "{ $step }" done, out of place
note-script-missed = Here was room for "{ $step }": { $hint }
missed-step = The script step "{ $step }" is missing

# Closing
rule-closing_technique-timing = Timing
rule-closing_technique-fit = Fit to this buyer
rule-closing_technique-execution = Execution
rule-closing_technique-early = Too early
rule-closing_technique-stuffed = Too many techniques in one reply
rule-closing_technique-urging = Urging again and again
rule-closing_technique-not-taken = Not taken
rule-closing_technique-unsettled = Not seen through after the yes
rule-closing_technique-unsupported = Not supported by the sheet: earns nothing
rule-closing_technique-no-close = Ready, and nobody asked
rule-closing_technique-never-ready = The buyer never became ready
rule-closing_technique-goal-met = Floor for reaching the goal
rule-closing_technique-no-reply = No reply
reason-close-right = Well timed: the buyer was ready
reason-close-late = A little late: the buyer had been ready
reason-close-early = Early: the buyer was not ready
reason-close-fits = The { $technique } suits this buyer
reason-close-neutral = The { $technique } neither suits nor harms
reason-close-misfits = The { $technique } does not suit this buyer
reason-no-close = The buyer gave a signal and nobody asked for the decision
reason-never-ready = Questions and worries stood open; the buyer never became ready
note-close-best = { $technique }. { $why }
note-close-silent = The buyer was ready: this was the moment to ask
note-close-early = Asked before the buyer was ready
note-close-stuffed = Three closes or more in one reply weigh less than one
note-close-urging = Still urging after a no
note-close-not-taken = Asked, but the buyer did not agree
note-close-unsettled = The buyer had said yes; this step was not seen to
note-close-unsupported = { $technique } without support in the sheet: earns nothing
missed-close = The buyer was ready and nobody asked for the decision

# Objections
rule-objection_handling-resolved = Resolved
rule-objection_handling-acknowledged = Acknowledged before arguing
rule-objection_handling-probed = The real matter was asked for
rule-objection_handling-refuted = Flat contradiction
rule-objection_handling-misled = Answered with untruths
rule-objection_handling-walked-out = The buyer had enough and left
rule-objection_handling-no-reply = No reply
reason-probe-told = The buyer told the real matter
reason-probe-tried = Asked, or sold without it; the real matter stayed hidden
reason-probe-none = Nobody asked for the reason
note-objection-settled = { $matter } settled
note-objection-half = { $matter } half settled
note-objection-soothed = Feelings soothed; { $matter } still open
note-objection-misled = { $matter } met with words against the sheet
note-objection-open = { $matter } not met
note-objection-acknowledged = Acknowledged first, then argued
note-objection-unacknowledged = A word of understanding is missing
note-objection-probed = Found the real matter
note-objection-unprobed = Here was room to ask what the worry really is
note-objection-need = Hit the real need
note-objection-refuted = Contradicted flatly

# Product truth
rule-product_truth-true = All that was said has support
rule-product_truth-answered = Questions answered
rule-product_truth-medical = Medical claim
rule-product_truth-contradicts-sheet = Against the sheet
rule-product_truth-beyond-sheet = Promise beyond the sheet
rule-product_truth-absolute = Absolute term
rule-product_truth-wrong = Told wrong
rule-product_truth-self-contradicted = Contradicts itself
rule-product_truth-no-reply = No reply
reason-truth-nothing-told = Nothing wrong was said, and nothing told
note-truth-answered = The question is answered
note-truth-half = The question is half answered
note-truth-unanswered = The question is not answered
note-truth-medical = No cure may be claimed
note-truth-contradicts-sheet = The sheet says otherwise
note-truth-beyond-sheet = The sheet has no such promise
note-truth-absolute = An absolute term
note-truth-wrong = This is wrong
note-truth-self-contradicted = Goes against what was said before

# Missed chances
missed-question = Not answered: "{ $ask }"
missed-objection = Not settled: "{ $ask }"
missed-truth = Not found out: { $truth }

# Red lines
critical-insult = insulted the buyer
critical-false_promise = promised what can't be kept
critical-off_platform = asked for payment past the platform

# What to practise next
practise-tone = Tone first: a kind word, then the matter. { $wins }
practise-response_time = Speed first: one straight answer at once, details after. { $wins }
practise-script_adherence = The script first: go through the steps; greet, ask and verify. { $wins }
practise-closing_technique = Asking first: when the buyer says "so" or "when will it ship", close with the next sentence. { $wins }
practise-objection_handling = Objections first: acknowledge, ask for the real worry, then give one fact. { $wins }
practise-product_truth = The sheet first: say what it carries, answer what is asked. { $wins }
practise-critical-insult = The line first: never hurt a buyer, however hard; breathe before typing. { $wins }
practise-critical-false_promise = The line first: promise nothing you can't keep; say what you can do. { $wins }
practise-critical-off_platform = The line first: payment stays on the platform. { $wins }
practise-none = This { $persona } is no match for you now: try a harder buyer.

# The scorecard in a terminal
scorecard-head = { $seal } { $overall } points · { $grade } · { $outcome }
scorecard-passed = pass mark { $mark }: passed
scorecard-failed = pass mark { $mark }: not passed
scorecard-weight = weight { $weight }
scorecard-not-applicable = not applicable
scorecard-critical = Red line: turn { $turn } { $what }; the total is capped at 39
scorecard-kpi = first response { $first } s · average { $average } s · whole talk { $handle } s · replies per message { $ratio }%
scorecard-turn = Turn { $turn } · { $points }
scorecard-costliest = the turn most worth another try
scorecard-missed = Missed chances
scorecard-example = You could say: { $example }
scorecard-practise = What to practise next
scorecard-none = –
