import { rotationStanding, traineeGroup, type RotationStanding } from '../../../shared/domain/trainee.ts';
import { trainingMeans } from '../../../shared/domain/training.ts';
import {
  rotationStandingLabels,
  traineeGroupLabels,
  trainingMeansLabels,
} from '../../../shared/labels/training.ts';
import type { StatusTone } from '../../components/StatusBadge.tsx';

export const groupOptions = traineeGroup.options.map((value) => ({
  value,
  label: traineeGroupLabels[value],
}));

export const standingOptions = rotationStanding.options.map((value) => ({
  value,
  label: rotationStandingLabels[value],
}));

export const meansOptions = trainingMeans.options.map((value) => ({
  value,
  label: trainingMeansLabels[value],
}));

export const standingTones: Readonly<Record<RotationStanding, StatusTone>> = {
  trained: 'good',
  due: 'waiting',
  never: 'late',
};

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'];

export const weekdayOptions = weekdayNames.map((name, index) => ({
  value: String(index + 1),
  label: `周${name}`,
}));
