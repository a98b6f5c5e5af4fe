import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { knownTrainingTopic } from '../../../../shared/domain/training.ts';
import { trainingTopicWord } from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';

/** Code of a topic that is written in words: one of the four, or the office's own as it stands. */
const topicOfWord = (word: string): string =>
  knownTrainingTopic.options.find((topic) => trainingTopicWord(topic) === word.trim()) ?? word;

interface TopicFieldProps {
  readonly value: string;
  readonly onChange: (topic: string) => void;
}

/** One of the policy's four topics, or what the office calls its own. */
export const TopicField = ({ value, onChange }: TopicFieldProps) => {
  const { data } = useQuery(useApi().training.words.queryOptions());
  return (
    <Autocomplete
      label="主题"
      withAsterisk
      maxLength={30}
      data={[...new Set((data?.topics ?? knownTrainingTopic.options).map(trainingTopicWord))]}
      value={trainingTopicWord(value)}
      onChange={(word) => onChange(topicOfWord(word))}
    />
  );
};
