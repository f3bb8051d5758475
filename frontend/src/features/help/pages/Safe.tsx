export function Safe() {
  return (
    <>
      <p className="lead">
        Backups are taken by themselves, a second person can read along, and a passphrase keeps
        others out. All of it is under Settings and in the bar below the top of the window.
      </p>

      <h2>Backups by themselves</h2>
      <p>
        Shortly after you open a catalogue that has changed since its last backup, Cadastre takes
        one: once a day, once a week or never, as you choose in Settings. It keeps the latest ten,
        or as many as you like, in a folder beside the catalogue, or in one that you choose; another
        drive is best. One is also taken before Cadastre updates the file and before a restore.
      </p>

      <h2>Restore one</h2>
      <p>
        <b>Backups of the catalogue</b> in the menu under the catalogue’s name lists them, with what
        has changed since. <b>Restore</b> puts one in the place of the catalogue; what was there
        becomes the newest backup, so that you can go back. The same list is in Settings and on the
        start page. When a catalogue is damaged or gone, opening it offers its backups.
      </p>
      <p>
        In scripts: <code>cadastre backups FILE</code> lists them and{" "}
        <code>cadastre restore FILE</code> restores the latest, or the one that you name after it.
      </p>

      <h2>Two people, one file</h2>
      <p>
        One person at a time changes a catalogue. Whoever opens it second reads it, is told who has
        it open, where and since when, and sees what is saved there after a moment. When the first
        has closed it, <b>Start editing</b> appears. Commands that only read work all the time.
      </p>
      <p>
        While a catalogue is open, a small hidden note with the name of who has it lies beside it.
        When only such a note from another computer is left, because that computer crashed or a
        network folder does not pass locks on, you can choose <b>Edit it anyway</b>. Do so only when
        you know that it is closed there.
      </p>

      <h2>Network and synchronized folders</h2>
      <p>
        A catalogue on a network drive works as long as the drive passes locks on and the connection
        holds. In a folder that OneDrive, Dropbox, Google Drive, iCloud, Nextcloud or Syncthing
        synchronizes, two computers can change it before they have heard of each other; the program
        that synchronizes then sets one version aside. Work on one computer at a time, or keep the
        catalogue beside such a folder and let only the backups go into it.
      </p>

      <h2>Passphrase</h2>
      <p>
        Under Settings, Protection, a passphrase encrypts the catalogue: every record, name and
        value, the whole history, and its backups (AES-256-GCM; the key is made of the passphrase by
        argon2id). What stays readable is how much there is, and when the file was written. Setting,
        changing and removing it writes the file and its backups anew and overwrites the old ones,
        as far as the disk lets that be done; copies elsewhere stay as they are.
      </p>
      <p>
        <b>A forgotten passphrase cannot be recovered.</b> There is no other way in: write it down
        and keep it in a safe place. Exports are not encrypted, and have the permissions that files
        of yours usually have, because they are made to be handed on.
      </p>
      <p>
        Commands take it from a file with <code>--passphrase-file</code>, or from the environment
        variable <code>CADASTRE_PASSPHRASE</code>; <code>cadastre passphrase FILE</code> sets and
        removes it.
      </p>

      <h2>When the file is gone</h2>
      <p>
        If the file is moved, renamed or deleted while it is open, nothing more can be saved to it.
        The window says so at once and offers <b>Save a copy as…</b>; what you were typing stays.
      </p>
    </>
  );
}
