store-read = Can't read { $path }: { $why }. Check the path and its permissions.
store-write = Can't write { $path }: { $why }. Choose another place, or check the permissions.
store-missing = There is no { $path }. Please check the path.
store-too-large = { $path } is larger than { $most } MB and was not read.
store-unknown = There is no scenario “{ $id }”. There are: { $known }.
store-unknown-nearest = There is no scenario “{ $id }”. Did you mean “{ $nearest }”? huashu list shows them all.
store-broken = { $path } has { $errors ->
    [one] an error
   *[other] { $errors } errors
} and can't be used for now. The first is at { $file }:{ $line }:{ $column }: { $first }. huashu check shows them all.
store-bad-name = “{ $name }” can't be the name of a saved session. Use letters, digits, - and _, at most 120 bytes.
store-no-data-folder = There is no folder for saved sessions. Set the environment variable HUASHU_DATA to one that can be written.
store-why-permission = no permission
store-why-missing = there is no such path
store-why-full = the disk is full
store-why-folder = it is a folder, not a file
store-why-other = { $why }
