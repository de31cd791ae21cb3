/**
 * Answers of a pure function of a text, kept for the next time: labels repeat row after row. Bounded, so that no
 * document makes it grow; forgetting changes nothing but the time.
 */

const MOST_ANSWERS = 20_000;
/** Longer texts are seldom asked about twice. */
const LONGEST_TEXT = 80;

export function remembered<Answer>(
  ask: (text: string) => Answer,
  longest: number = LONGEST_TEXT,
): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > longest) return ask(text);
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as Answer;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const answer = ask(text);
    answers.set(text, answer);
    return answer;
  };
}
