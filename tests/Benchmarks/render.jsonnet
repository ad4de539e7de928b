// The files of FILES (a list of paths and texts) for COUNT teams: jsonnet -S -c -m OUT --tla-code-file files=FILES --tla-code count=COUNT
function(files, count) {
  ['%d/%s' % [number, file[0]]]: std.strReplace(file[1], 'team-0000', 'team-%04d' % std.floor(number / 4))
  for number in std.range(0, count - 1)
  for file in files
}
