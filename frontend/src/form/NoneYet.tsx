/** Says that nothing of a sort is linked to a record so far. */
export function NoneYet({ plural }: { plural: string }) {
  return <p className="quiet subgrid-empty">No {plural} are linked to this yet.</p>;
}
