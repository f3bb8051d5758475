/** A choice as a quiet pill; it has a colour only where the choice means something. */
export function Pill({ text, tone = "" }: { text: string; tone?: string }) {
  return <span className={`pill ${tone}`}>{text}</span>;
}
