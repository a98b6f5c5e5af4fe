import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useTextSize } from '../../app/text-size.ts';
import { Card } from '../../components/Card.tsx';

const schemes = [
  { value: 'auto', label: '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
] as const;
const sizes = [
  { value: 'normal', label: '标准' },
  { value: 'large', label: '大字' },
] as const;

/** How this computer shows the screens; no other one is changed. */
export const DisplayTab = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [size, setSize] = useTextSize();
  return (
    <Card title="显示">
      <Stack align="flex-start">
        <div>
          <Text size="sm" mb={6}>
            字号
          </Text>
          <SegmentedControl aria-label="字号" data={[...sizes]} value={size} onChange={setSize} />
        </div>
        <div>
          <Text size="sm" mb={6}>
            颜色
          </Text>
          <SegmentedControl
            aria-label="颜色"
            data={[...schemes]}
            value={colorScheme}
            onChange={setColorScheme}
          />
        </div>
        <Text size="sm" c="dimmed">
          只影响这台电脑上的屏幕，不影响打印。
        </Text>
      </Stack>
    </Card>
  );
};
