import { Button, FileInput, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { usualLastDay } from './usual-last-day.ts';

/** A key is a few lines; anything larger is another file and is not read. */
const mostBytes = 4000;

const textOf = async (file: File): Promise<string> => (await file.slice(0, mostBytes).text()).trim();

/** Brings in keys that were made elsewhere, from their two files. */
export const BringKeysForm = () => {
  const { bureau } = useApi();
  const [identity, setIdentity] = useState<File | null>(null);
  const [signing, setSigning] = useState<File | null>(null);
  const [validUntil, setValidUntil] = useState<string | null>(usualLastDay);
  const bring = useMutation({
    mutationFn: async (files: { readonly identity: File; readonly signing: File }) =>
      bureau.bringKeys.call({
        identity: await textOf(files.identity),
        signingKey: await textOf(files.signing),
        validUntil,
      }),
  });
  const ready = identity !== null && signing !== null;
  return (
    <ImeSafeForm aria-label="导入密钥" onSubmit={() => ready && bring.mutate({ identity, signing })}>
      <Stack gap="sm">
        <FileInput
          label="私钥文件"
          placeholder="bureau-identity.txt"
          clearable
          value={identity}
          onChange={setIdentity}
        />
        <FileInput
          label="签名密钥文件"
          placeholder="bureau-minisign.key"
          clearable
          value={signing}
          onChange={setSigning}
        />
        <DateField
          label="有效期至"
          description="要和以前发出的公钥卡一致，否则指纹不同。"
          value={validUntil}
          onChange={setValidUntil}
        />
        <ErrorNotice error={bring.error} />
        <Group justify="flex-end">
          <Button type="submit" variant="light" disabled={!ready} loading={bring.isPending}>
            导入
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
