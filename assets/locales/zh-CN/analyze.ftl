cli-analyze-about = 给一条条回复打标签：成交技巧、接待步骤、异议处理、语气、过失与不实承诺
cli-analyze-long =
    每行一个 JSON 对象（文件或标准输入），每行输出一个，顺序相同，逐行刷新。

    输入：
    {"  {"}"id":"x1","channel":"im","buyer":"你们这个太贵了","reply":"亲,理解您…",
       "product":{"{"}"name":"…","category":"…","price":129.0,"floor_price":119.0,"facts":["…"],"promotion":null{"}"}{"}"}
      channel 为 im、phone 或 visit;buyer 可为空；product 可省略。

    输出：
    {"  {"}"id":"x1","closes":[…],"steps":[…],"controls":[…],"moves":[…],"tone":3.8,"faults":[…],"claims":[…],
       "evidence":[{"{"}"label":"alternative","start":12,"end":25{"}"}]{"}"}
      start、end 是回复原文的字符位置（end 不含）。

    读不懂的行在原位输出 {"{"}"id":…,"error":"…"{"}"}，其余照常，最后以 1 退出。

    --report 读带 gold 字段的已标注行，输出每个标签的精确率、召回率、F1，每类的宏平均 F1 和语气的加权 kappa。
cli-analyze-file = JSON Lines 文件；省略或写 - 时读标准输入
cli-analyze-product = 没有自带 product 的行所用的产品表（products/*.ron）
cli-analyze-report = 输入是已标注的行（带 gold）:不输出标签，而是报告与标注的一致程度
cli-analyze-explain = 每个标签附上理由：规则命中的词、各特征的权重、去掉每个分句后的变化
cli-analyze-rules = 只用规则，不用模型
model-cannot-read = 读不了模型文件 { $path }：{ $why }。请检查路径和权限。
model-not-one = { $path } 不是话术的模型文件。
model-format = 模型文件 { $path } 的格式是 { $found }，这个版本只认格式 { $expected }。请用配套的模型文件。
model-damaged = 模型文件 { $path } 已损坏（校验和不符）。请重新复制一份。
model-broken = 模型文件 { $path } 里的 { $part } 不对：{ $reason }。请换一个完好的模型文件。
model-other-labels = 模型文件 { $path } 是为另一套标签训练的，这个版本不能用。请用配套的模型文件。
cli-analyze-cannot-read = 读不了 { $path }：{ $why }。请检查路径和权限。
cli-analyze-broken-product = 产品表 { $path } 有错：{ $why }。用 huashu check 可以看到全部问题。
cli-analyze-broken-rows = 有 { $count } 行不是带 gold 的标注行，没有计入。
