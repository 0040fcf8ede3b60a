cli-list-about = 列出所有可以练的场景
cli-list-json = 输出 JSON,供其他程序读取
cli-list-long =
    按难度排列。第一列是场景的 id,play 用它。

    例子：
      huashu list
      huashu list --scenarios 我的场景      把自己的文件夹也算上
      huashu list --json
list-id = ID
list-title = 场景
list-persona = 顾客
list-product = 商品
list-channel = 渠道
list-level = 难度
list-pass = 及格
list-channel-im = 网聊
list-channel-phone = 电话
list-channel-visit = 面谈
list-empty = 还没有可以练的场景。
list-hint = 开始练习：huashu play { $id }
