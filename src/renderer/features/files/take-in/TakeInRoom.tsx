import { Center, Overlay, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { FilePart } from '../../../../shared/domain/dossier-file.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { Place } from './AskPlaceForm.tsx';
import { TakeInDialog } from './TakeInDialog.tsx';
import { useDroppedAndPasted } from '../../../components/use-dropped-and-pasted.ts';

interface TakeInAccess {
  /** Starts taking files in; asks where to unless a place is given or preferred. */
  readonly offer: (files: readonly File[], place?: Place) => void;
  /** Until the returned function is called, what is dropped or pasted goes there. */
  readonly prefer: (place: Place) => () => void;
}

const TakeInContext = createContext<TakeInAccess | null>(null);

export const useHasTakeInRoom = (): boolean => use(TakeInContext) !== null;

/** @throws Error outside a TakeInRoom */
export const useTakeInRoom = (): TakeInAccess => {
  const access = use(TakeInContext);
  if (access === null) throw new Error('no TakeInRoom above');
  return access;
};

interface TakeInRoomProps {
  readonly organizationId: OrganizationId;
  /** Suggested for what is dropped. */
  readonly part: FilePart;
  readonly children: ReactNode;
}

/** A room of one dossier: files dropped or pasted anywhere in it are taken in. */
export const TakeInRoom = ({ organizationId, part, children }: TakeInRoomProps) => {
  const [offered, setOffered] = useState<{
    readonly files: readonly File[];
    readonly place: Place | null;
  } | null>(null);
  const preferred = useRef<Place[]>([]);
  const offer = useCallback<TakeInAccess['offer']>((files, place) => {
    if (files.length > 0) setOffered({ files, place: place ?? preferred.current.at(-1) ?? null });
  }, []);
  const prefer = useCallback<TakeInAccess['prefer']>((place) => {
    preferred.current.push(place);
    return () => void (preferred.current = preferred.current.filter((one) => one !== place));
  }, []);
  const over = useDroppedAndPasted(offer);
  const close = useCallback(() => setOffered(null), []);
  const access = useMemo(() => ({ offer, prefer }), [offer, prefer]);
  return (
    <TakeInContext value={access}>
      {children}
      {over ? (
        <Overlay fixed zIndex={500} backgroundOpacity={0.35} style={{ pointerEvents: 'none' }}>
          <Center h="100%">
            <Stack align="center" gap="xs" p="xl" bg="var(--card)" style={{ borderRadius: 12 }}>
              <IconFileImport size={48} stroke={1.4} aria-hidden />
              <Text fw={700}>松开鼠标，存入这份档案</Text>
            </Stack>
          </Center>
        </Overlay>
      ) : null}
      {offered === null ? null : (
        <TakeInDialog
          organizationId={organizationId}
          part={part}
          files={offered.files}
          place={offered.place}
          onClose={close}
        />
      )}
    </TakeInContext>
  );
};

/** Makes a place the one that drops go to while this part of the screen is shown. */
export const usePreferredPlace = (part: FilePart, recordId: Place['recordId']): void => {
  const { prefer } = useTakeInRoom();
  useEffect(() => prefer({ part, recordId }), [prefer, part, recordId]);
};
