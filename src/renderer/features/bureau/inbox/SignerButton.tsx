import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { InboxEntry } from '../../../../shared/contract/bureau.ts';
import type { ClaimedSigner } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Fingerprint } from '../../../components/Fingerprint.tsx';
import { FingerprintForm } from '../../ledger/FingerprintForm.tsx';
import type { Intake } from './use-intake.ts';

interface SignerProps {
  readonly entry: InboxEntry;
  readonly intake: Intake;
}

const whoWords = ({ streetName, hubName, streetRegistered }: ClaimedSigner): string =>
  `报送包自称来自${streetName}（${hubName}），它的签名公钥还没有登记。${streetRegistered ? '' : '这个街镇也不在名册上，确认后一并登记。'}`;

/** Compare, confirm by name, and go on with the check. */
const SignerForm = ({
  entry,
  signer,
  intake,
  onDone,
}: SignerProps & { readonly signer: ClaimedSigner; readonly onDone: () => void }) => {
  const [card, setCard] = useState('');
  const register = useMutation(
    useApi().bureau.registerSigner.mutationOptions({
      onSuccess: () => {
        onDone();
        void intake.check([entry]);
      },
    }),
  );
  const named = signer.card;
  return (
    <Stack gap="sm">
      <Text size="sm">{whoWords(signer)}</Text>
      {named === null ? (
        <Textarea
          label="对方公钥卡上的文字"
          description="报送包里没有带公钥，请街镇把公钥卡发来，粘贴在这里。"
          autosize
          minRows={3}
          maxRows={5}
          spellCheck={false}
          value={card}
          onChange={(event) => setCard(event.currentTarget.value)}
        />
      ) : (
        <Fingerprint text={named.fingerprint} words={named.fingerprintWords} unheard={2} />
      )}
      <FingerprintForm
        text={`请拨打${signer.streetName}的公开电话，请对方打开“台账报送 → 本单位密钥”念出指纹${named === null ? '。' : '：前八组对着屏幕核对，最后两组听着填在下面，全部相同才算无误。'}`}
        label={named === null ? '对方念的十组指纹（或十二个词）' : '对方念的最后两组'}
        description="屏幕上没有显示，只能听对方念。"
        placeholder={named === null ? '' : '如 3F0A 91C2'}
        error={register.error}
        pending={register.isPending}
        onConfirm={(heard) =>
          register.mutate({ id: entry.id, card: named === null ? card.trim() : null, ...heard })
        }
      />
    </Stack>
  );
};

/** Who signed is not known: a person compares the fingerprint with the street, then the check goes on. */
export const SignerButton = ({ entry, intake }: SignerProps) => {
  const [opened, { open, close }] = useDisclosure(false);
  const { signer } = entry;
  if (signer === null) return null;
  return (
    <>
      <Button size="xs" onClick={open}>
        核对签名
      </Button>
      <Modal opened={opened} onClose={close} title="这是谁的签名？" size={560}>
        <SignerForm entry={entry} intake={intake} signer={signer} onDone={close} />
      </Modal>
    </>
  );
};
