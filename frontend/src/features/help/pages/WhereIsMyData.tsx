import { Keys } from "../../../commands";
import { To } from "../To";

export function WhereIsMyData() {
  return (
    <>
      <p className="lead">
        In one file, on your computer or wherever you put it. Cadastre sends nothing anywhere and
        works without a network.
      </p>

      <h2>The file</h2>
      <p>
        A catalogue is a single file that ends in <code>.cadastre</code>. It holds every record and
        the whole history. Its path is on the Home page and under Settings. Copy it, move it and
        rename it like any document, while it is closed.
      </p>
      <p>
        A change is in the file as soon as it is saved; there is no Save for the catalogue itself.
        It is written completely or not at all, even if the power fails in the middle of an import.
      </p>

      <h2>Back up</h2>
      <p>
        Backups are taken by themselves; <To page="safe">Backups and safety</To> says when, where
        they are and how to go back to one. To put a copy elsewhere, choose{" "}
        <b>Back up the catalogue</b> in the menu under the catalogue’s name. It is a full catalogue:
        to use it, open it. You can back up while you work. Keep a copy on another drive.
      </p>

      <h2>Several people</h2>
      <p>
        A catalogue is changed in one window at a time; others can read along. To let several people
        contribute, one keeps the catalogue, and the others send spreadsheets.
      </p>

      <h2>The sample</h2>
      <p>
        The sample catalogue is opened as a scratch copy in the computer’s temporary folder and is
        removed when it is closed. To keep one, press <Keys keys="Mod+K" /> and choose{" "}
        <b>Save a sample catalogue of my own</b>.
      </p>

      <h2>Is the file in order?</h2>
      <p>
        Whoever looks after your computer can run <code>cadastre check FILE</code>. It verifies
        every record, every link and the whole history, and says what it found. All of Cadastre’s
        work can be done by such commands; <code>cadastre help</code> lists them.
      </p>

      <h2>Your own settings</h2>
      <p>
        Theme, density, column widths and your name are kept for you on this computer, not in the
        catalogue.
      </p>
    </>
  );
}
