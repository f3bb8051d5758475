/** Says at a cell what is wrong with what was typed there. */
export function CellMessage({ text }: { text: string }) {
  return (
    <span role="alert" className="grid-message">
      {text}
    </span>
  );
}
