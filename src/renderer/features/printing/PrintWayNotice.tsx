import { Text } from '@mantine/core';
import type { PrintWay } from '../../../shared/domain/printing.ts';

/** What will happen when papers are printed on this computer. */
export const PrintWayNotice = ({
  way,
  device,
}: {
  readonly way: PrintWay;
  readonly device: string | null;
}) => {
  const to = device === null ? '系统默认的打印机' : `“${device}”`;
  switch (way) {
    case 'system':
      return <Text size="sm">直接送到{to}，不再弹出打印对话框，按实际大小打印，双面、份数照设置。</Text>;
    case 'command':
      return <Text size="sm">由系统的打印服务送到{to}，按实际大小打印，双面、份数照设置。</Text>;
    case 'file':
      return (
        <Text size="sm">
          做成 PDF，同样大小的纸合成一份。打开后按
          Ctrl+P，打印机、双面在浏览器的打印框里选，缩放选“实际大小”或 100%。
        </Text>
      );
  }
};
