import { Center, Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import classes from './Preview.module.css';
import { pictureBox, type Size, type Turns } from './picture-box.ts';

interface PictureStageProps {
  readonly file: File | undefined;
  readonly title: string;
  readonly zoom: number;
  readonly turns: Turns;
  readonly onBroken: () => void;
}

/** A picture or a drawn page. The browser itself turns photos the way their camera was held (EXIF). */
export const PictureStage = ({ file, title, zoom, turns, onBroken }: PictureStageProps) => {
  /** The file gets an address for as long as its picture is on the page. */
  const showIn = useCallback(
    (picture: HTMLImageElement | null) => {
      if (picture === null || file === undefined) return;
      const url = URL.createObjectURL(file);
      picture.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [file],
  );
  const { ref, width, height } = useElementSize();
  const [natural, setNatural] = useState<Size>({ width: 0, height: 0 });
  const box = pictureBox(natural, { width, height }, zoom, turns);
  return (
    <div ref={ref} className={classes['stage']}>
      {file === undefined ? (
        <Center h="100%">
          <Loader aria-label="正在显示" />
        </Center>
      ) : (
        <div
          className={classes['taken']}
          style={
            box === null ? { visibility: 'hidden' } : { width: box.taken.width, height: box.taken.height }
          }
        >
          <img
            ref={showIn}
            alt={title}
            className={classes['picture']}
            style={{
              ...(box === null ? {} : { width: box.picture.width, height: box.picture.height }),
              transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
            }}
            onLoad={({ currentTarget }) =>
              setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
            }
            onError={onBroken}
          />
        </div>
      )}
    </div>
  );
};
