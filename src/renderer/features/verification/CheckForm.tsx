import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconPhotoSearch } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { longestCodeText } from '../../../shared/domain/verification-code.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface CheckFormProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onText: (text: string) => void;
  readonly onPicture: (file: File) => void;
}

/** Takes a code as a scanner types it, pasted, or on a picture. */
export const CheckForm = ({ busy, error, onText, onPicture }: CheckFormProps) => {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (): void => {
    if (text.trim() === '') return;
    onText(text);
    // The next certificate is scanned over this one.
    field.current?.select();
  };
  const endWithEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <Card title="扫描或粘贴核验码">
      <ImeSafeForm aria-label="核验证书" onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            ref={field}
            aria-label="核验码"
            placeholder="用扫码枪扫描证书左下角的二维码，或者粘贴扫出的数字"
            minRows={5}
            maxRows={9}
            autosize
            autoFocus
            spellCheck={false}
            maxLength={longestCodeText}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={endWithEnter}
          />
          <Group gap="sm">
            <Button type="submit" loading={busy} disabled={text.trim() === ''}>
              核验
            </Button>
            <FileButton
              accept="image/png,image/jpeg,image/tiff,application/pdf"
              onChange={(file) => file !== null && onPicture(file)}
            >
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  leftSection={<IconPhotoSearch size={18} stroke={1.6} />}
                  disabled={busy}
                >
                  选图片或 PDF
                </Button>
              )}
            </FileButton>
          </Group>
          <Text size="sm" c="dimmed">
            证书的扫描件、照片或 PDF，也可以拖进窗口，或者把截图粘贴进来。
          </Text>
          <ErrorNotice error={error} />
        </Stack>
      </ImeSafeForm>
    </Card>
  );
};
