/** Stages of opening and of taking in a package, as the core names them. */
export const checkStageLabels: Readonly<Record<string, string>> = {
  join: '正在拼接分卷',
  open: '正在解密',
  prove: '正在逐个核对',
  verify: '正在逐个核对',
  review: '正在与上期比较',
  import: '正在并入全区台账',
};
