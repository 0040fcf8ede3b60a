cli-list-about = Lists the scenarios that can be played
cli-list-json = Prints JSON, for other programs
cli-list-long =
    By difficulty. The first column is the scenario's id, as play takes it.

    Examples:
      huashu list
      huashu list --scenarios mine          with a folder of your own
      huashu list --json
list-id = ID
list-title = Scenario
list-persona = Buyer
list-product = Product
list-channel = Channel
list-level = Level
list-pass = Pass
list-channel-im = chat
list-channel-phone = phone
list-channel-visit = visit
list-empty = There are no scenarios that can be played.
list-hint = To begin: huashu play { $id }
