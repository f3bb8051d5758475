import { To } from "../To";

export function Views() {
  return (
    <>
      <p className="lead">
        A view is a list with its question: which records, which columns, in which order. The
        program brings many; you make your own from any of them.
      </p>

      <h2>Choose one</h2>
      <p>
        Choose the name above a list. Type to find a view, and set the star beside the one that the
        list shall begin with. Overdue reviews, systems without an owner or an accreditation,
        technologies past their end of support: look here before you build something.
      </p>

      <h2>Change what it shows</h2>
      <ul>
        <li>
          <b>Columns</b> adds, removes and orders columns, also those of linked records: the email
          of a system’s point of contact, for instance.
        </li>
        <li>
          <b>Filter</b> narrows the list. Conditions may stand in groups of which all or any must
          hold; they reach linked records and records that link here. Dates can be relative: “is in
          the next 30 days”. The conditions of the view itself are in the same place.
        </li>
        <li>
          The menu of a column sorts, groups by it, and puts a total below it. Hold Shift and choose
          a header to sort by a further column.
        </li>
        <li>The letters below the list lead to the first name with each.</li>
      </ul>

      <h2>Keep it</h2>
      <ul>
        <li>
          <b>Save as new view</b> keeps the list as it stands in this catalogue: for you, or shared
          with everybody who opens it. <b>Discard</b> goes back to the view as it was saved.
        </li>
        <li>
          Only the person who saved a view changes or deletes it. Like every change it can be
          undone.
        </li>
        <li>
          <b>Copy a link to this view</b> takes the list with you; paste the link into the search
          box to go there.
        </li>
        <li>
          Exports and charts take the list as its view shows it. See{" "}
          <To page="hand-back">Hand a spreadsheet back</To>.
        </li>
      </ul>
    </>
  );
}
