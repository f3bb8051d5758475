export namespace api {
	
	export interface Query {
	    table: string;
	    view: string;
	    columns: string[];
	    filter: schema.Filter;
	    search: string;
	    order: schema.Order[];
	    offset: number;
	    limit: number;
	}
	export interface Selection {
	    table: string;
	    ids: string[];
	    query?: Query;
	    except: string[];
	}
	export interface Act {
	    kind: string;
	    selection: Selection;
	    values: Record<string, any>;
	}
	export interface AlikeCount {
	    reasons: string;
	    count: number;
	}
	export interface Around {
	    position: number;
	    total: number;
	    previous: string;
	    next: string;
	}
	export interface Backup {
	    path: string;
	    time: string;
	    size: number;
	    seq: number;
	    why: string;
	    later: number;
	    same: boolean;
	    known: boolean;
	}
	export interface BackupList {
	    folder: string;
	    backups: Backup[];
	}
	export interface BackupSettings {
	    every: string;
	    keep: number;
	    folder: string;
	}
	export interface Candidate {
	    id: string;
	    name: string;
	    detail: string;
	    active: boolean;
	}
	export interface CellAt {
	    row: number;
	    column: number;
	}
	export interface LinkedRecord {
	    table: string;
	    record: string;
	    name: string;
	    detail: string;
	    gone?: boolean;
	}
	export interface LinkChange {
	    table: string;
	    field: string;
	    how: string;
	    records: LinkedRecord[];
	    total: number;
	}
	export interface FieldChange {
	    field: string;
	    before: string;
	    after: string;
	}
	export interface RecordChange {
	    table: string;
	    record: string;
	    version?: number;
	    name: string;
	    op: string;
	    sheet: string;
	    row: number;
	    takenBack?: string;
	    fields: FieldChange[];
	}
	export interface ChangeSet {
	    id: string;
	    seq: number;
	    time: string;
	    who: string;
	    origin: string;
	    summary: string;
	    created: number;
	    updated: number;
	    deleted: number;
	    undoes: number;
	    part?: number;
	    undone?: boolean;
	    files: string[];
	    mapping?: string;
	    told?: string[];
	    problems?: number;
	    notes?: number;
	    decided?: number;
	    changes: RecordChange[];
	    linked?: LinkChange[];
	}
	export interface ChangeSets {
	    total: number;
	    sets: ChangeSet[];
	}
	export interface Proposal {
	    id: string;
	    why: string;
	}
	export interface Row {
	    id: string;
	    name: string;
	    version: number;
	    state: string;
	    stub: boolean;
	    values: Record<string, any>;
	    display: Record<string, string>;
	}
	export interface Comparison {
	    rows: Row[];
	    keep: string;
	    why: string;
	    from: Record<string, Proposal>;
	}
	export interface Conflict {
	    table: string;
	    field: string;
	    record: string;
	    exported: string;
	    now: string;
	    choice: string;
	}
	export interface ConflictCounts {
	    open: number;
	    kept: number;
	    taken: number;
	}
	export interface Copied {
	    text: string;
	    html: string;
	    rows: number;
	}
	export interface Correction {
	    row: number;
	    column: number;
	    text: string;
	}
	export interface Counts {
	    read: number;
	    created: number;
	    updated: number;
	    unchanged: number;
	    skipped: number;
	    rejected: number;
	}
	export interface DividedValue {
	    value: string;
	    table: string;
	    rows: number;
	}
	export interface Done {
	    seq: number;
	    created: number;
	    updated: number;
	    deleted: number;
	    summary: string;
	    id: string;
	}
	export interface DuplicateReason {
	    field: string;
	    words: string;
	}
	export interface DuplicateRecord {
	    id: string;
	    name: string;
	}
	export interface DuplicateGroup {
	    records: DuplicateRecord[];
	    reasons: DuplicateReason[];
	}
	
	
	export interface DuplicatesFound {
	    seq: number;
	    total: number;
	    groups: DuplicateGroup[];
	}
	export interface Edit {
	    table: string;
	    id: string;
	    version: number;
	    values: Record<string, any>;
	    complete: boolean;
	}
	export interface ExportRequest {
	    tables: string[];
	    query?: Query;
	    selection?: Selection;
	    template: boolean;
	    format: string;
	    kitOnly: boolean;
	}
	export interface Facet {
	    counts: Record<string, number>;
	    blank: number;
	}
	export interface Fault {
	    code: string;
	    message: string;
	    field: string;
	    fields: Record<string, string>;
	    details: string;
	}
	
	export interface Figures {
	    rows: number;
	    filled: number;
	    numbers: number;
	    sum: number;
	}
	export interface Found {
	    table: string;
	    id: string;
	    name: string;
	    field: string;
	    holder?: string;
	    text: string;
	    near: boolean;
	}
	export interface Group {
	    keys: string[];
	    texts: string[];
	    count: number;
	    values: any[];
	    displays: string[];
	    filter: schema.Filter;
	}
	export interface HeldChange {
	    table: string;
	    record: string;
	    name: string;
	    why: string;
	    firm: boolean;
	    by: ChangeSet;
	}
	export interface HistoryPlace {
	    own: number;
	    linked: number;
	}
	export interface ImportDecision {
	    table: string;
	    field: string;
	    record: string;
	    choice: string;
	}
	export interface SheetOptions {
	    file: string;
	    sheet: string;
	    part: string;
	    divide?: exchange.Division;
	    skip: boolean;
	    table: string;
	    headerRow: number;
	    key: string[];
	    columns: Record<number, string>;
	}
	export interface ImportRow {
	    file: string;
	    sheet: string;
	    row: number;
	    record: string;
	    apart: boolean;
	    name: string;
	}
	export interface ImportOptions {
	    paths: string[];
	    source: string;
	    table: string;
	    mode: string;
	    blank: string;
	    unknown: string;
	    partial: boolean;
	    dayFirst: string;
	    conflicts: string;
	    decisions: ImportDecision[];
	    deletions: boolean;
	    answers: exchange.Answer[];
	    rows: ImportRow[];
	    mapping: string;
	    sheets: SheetOptions[];
	}
	
	export interface Job {
	    id: string;
	    kind: string;
	    phase: string;
	    done: number;
	    total: number;
	    finished: boolean;
	    error?: Fault;
	    result: string;
	    notes: string[];
	    made?: Done;
	    previews: number;
	}
	export interface Joined {
	    done: Done;
	    already: number;
	}
	export interface Joining {
	    table: string;
	    via: string;
	    id: string;
	    to: Selection;
	}
	export interface Letter {
	    letter: string;
	    row: number;
	}
	
	export interface LinkCount {
	    table: string;
	    field: string;
	    count: number;
	}
	export interface LinkUse {
	    table: string;
	    field: string;
	    count: number;
	    names: string[];
	}
	
	export interface MappingOffer {
	    id: string;
	    name: string;
	    owner: string;
	    options: ImportOptions;
	}
	export interface Match {
	    row: number;
	    column: number;
	    number: number;
	    total: number;
	}
	export interface MergeRequest {
	    table: string;
	    keep: string;
	    drop: string[];
	    versions: Record<string, number>;
	    from: Record<string, string>;
	    apart: string[];
	}
	export interface Page {
	    total: number;
	    rows: Row[];
	    seq: number;
	}
	export interface Pending {
	    kind: string;
	    path: string;
	    name: string;
	    message: string;
	}
	export interface Place {
	    kind: string;
	    name: string;
	}
	export interface ProblemCount {
	    code: string;
	    remark: boolean;
	    count: number;
	}
	export interface PlanColumn {
	    column: number;
	    letter: string;
	    header: string;
	    field: string;
	    how: string;
	    filled: number;
	    open: number;
	    sample: string[];
	}
	export interface PlanSheet {
	    file: string;
	    sheet: string;
	    table: string;
	    why: string;
	    headerRow: number;
	    key: string[];
	    counts: Counts;
	    columns: PlanColumn[];
	    part: string;
	    derived: boolean;
	    proposal?: exchange.Division;
	    values: DividedValue[];
	}
	export interface Plan {
	    job: string;
	    reading: boolean;
	    counts: Counts;
	    sheets: PlanSheet[];
	    problems: number;
	    remarks: number;
	    problemCounts: ProblemCount[];
	    alike: AlikeCount[];
	    conflicts: ConflictCounts;
	    deletions: number;
	    deleted: number;
	    source: string;
	    waiting: number;
	    toCorrect: number;
	    questions: number;
	    open: number;
	    references: Record<string, number>;
	    notes: string[];
	    blocked: string;
	    askDayFirst: boolean;
	}
	export interface PlanCell {
	    field: string;
	    before: string;
	    after: string;
	}
	
	export interface PlanDeletion {
	    table: string;
	    id: string;
	    name: string;
	    links: LinkCount[];
	    kept: string;
	}
	export interface PlanDeletions {
	    total: number;
	    deletions: PlanDeletion[];
	}
	export interface Twin {
	    table: string;
	    id: string;
	    name: string;
	}
	export interface Problem {
	    file: string;
	    sheet: string;
	    row: number;
	    name: string;
	    column: string;
	    header: string;
	    value: string;
	    code: string;
	    message: string;
	    suggestions: string[];
	    severity: string;
	    conflict?: Conflict;
	    twin?: Twin;
	    reasons?: string;
	}
	export interface PlanRow {
	    file: string;
	    sheet: string;
	    row: number;
	    table: string;
	    outcome: string;
	    name: string;
	    id: string;
	    cells: PlanCell[];
	    problems: Problem[];
	}
	export interface PlanRows {
	    total: number;
	    rows: PlanRow[];
	}
	
	
	
	export interface Problems {
	    total: number;
	    problems: Problem[];
	}
	
	export interface Range {
	    table: string;
	    ids: string[];
	    query?: Query;
	    fields: string[];
	}
	export interface Put {
	    range: Range;
	    rows: number;
	    cells: string[][];
	    fill: string;
	    verb: string;
	    create: boolean;
	    dayFirst: string;
	    corrections: Correction[];
	    take: boolean;
	}
	export interface PutProblem {
	    row: number;
	    column: number;
	    name: string;
	    field: string;
	    before: string;
	    value: string;
	    message: string;
	    suggestions: string[];
	    severity: string;
	    settable: boolean;
	}
	export interface PutResult {
	    done: Done;
	    cells: number;
	    records: number;
	    beyond: number;
	    total: number;
	    problems: PutProblem[];
	    askDayFirst: boolean;
	}
	
	export interface Question {
	    table: string;
	    field: string;
	    value: string;
	    rows: number;
	    headers: string[];
	    code: string;
	    use: string;
	    answered: boolean;
	    becomes: string;
	    nearest: string[];
	}
	export interface QuestionGroup {
	    table: string;
	    field: string;
	    count: number;
	    open: number;
	    decided: Record<string, number>;
	}
	export interface Questions {
	    total: number;
	    questions: Question[];
	    groups: QuestionGroup[];
	}
	export interface QueueDecided {
	    done: Done;
	    decided: number;
	    left: string[];
	}
	export interface QueueFilter {
	    kind: string;
	    source: string;
	    table: string;
	    text: string;
	}
	export interface QueueDecision {
	    accept: boolean;
	    ids: string[];
	    filter: QueueFilter;
	    seen: number;
	    own: number[];
	}
	export interface QueueEntry {
	    id: string;
	    kind: string;
	    table: string;
	    record: string;
	    name: string;
	    field: string;
	    now: string;
	    proposed: string;
	    source: string;
	    since: string;
	    why: string;
	    stuck: string;
	}
	
	export interface QueuePage {
	    seq: number;
	    total: number;
	    entries: QueueEntry[];
	    counts: Record<string, number>;
	    sources: string[];
	    tables: string[];
	    notes: string[];
	}
	
	export interface Recent {
	    path: string;
	    name: string;
	    opened: string;
	    missing: boolean;
	}
	
	export interface RecordChanges {
	    total: number;
	    changes: RecordChange[];
	}
	export interface RecordHistory {
	    sets: ChangeSet[];
	    next: HistoryPlace;
	}
	export interface RecordRef {
	    table: string;
	    id: string;
	}
	export interface Restored {
	    done: Done;
	    left: string[];
	}
	
	export interface SavedMapping {
	    id: string;
	    name: string;
	    owner: string;
	}
	export interface SavedView {
	    view: schema.View;
	    owner: string;
	    mine: boolean;
	    shared: boolean;
	    notes: string[];
	}
	
	export interface Settings {
	    theme: string;
	    density: string;
	    locale: string;
	    weekStart: string;
	    who: string;
	    backups: BackupSettings;
	    layouts: Record<string, string>;
	}
	
	export interface Source {
	    field: string;
	    set: ChangeSet;
	    sheet: string;
	    row: number;
	}
	export interface SourceSystem {
	    key: string;
	    records: number;
	    seen: string;
	}
	export interface Standing {
	    reading: string;
	    noted: boolean;
	    free: boolean;
	    gone: string;
	    mishap: string;
	    backupFault: string;
	}
	export interface Step {
	    seq: number;
	    summary: string;
	    size: number;
	}
	export interface State {
	    open: boolean;
	    path: string;
	    name: string;
	    records: number;
	    seq: number;
	    who: string;
	    version: string;
	    recent: Recent[];
	    counts: Record<string, number>;
	    undo?: Step;
	    redo?: Step;
	    encrypted: boolean;
	    scratch: boolean;
	    place?: Place;
	    standing: Standing;
	    pending?: Pending;
	}
	
	export interface TableCount {
	    table: string;
	    count: number;
	}
	
	export interface UndoPart {
	    seq: number;
	    records: RecordRef[];
	    over: boolean;
	}
	export interface UndoPlan {
	    records: number;
	    creates: number;
	    updates: number;
	    deletes: number;
	    held: HeldChange[];
	    heldTotal: number;
	    loose: number;
	}

}

export namespace exchange {
	
	export interface Answer {
	    table: string;
	    field?: string;
	    value: string;
	    use: string;
	    to?: string;
	}
	export interface Division {
	    column: number;
	    tables: Record<string, string>;
	}
	export interface MappedDivision {
	    column: string;
	    tables: Record<string, string>;
	}
	export interface MappedSheet {
	    file?: string;
	    sheet?: string;
	    headers?: string[];
	    part?: string;
	    divide?: MappedDivision;
	    skip?: boolean;
	    table?: string;
	    headerRow?: number;
	    key?: string[];
	    columns?: Record<string, string>;
	}
	export interface Mapping {
	    mode?: string;
	    blank?: string;
	    unknown?: string;
	    partial?: boolean;
	    source?: string;
	    dayFirst?: string;
	    sheets?: MappedSheet[];
	    values?: Answer[];
	}

}

export namespace insight {
	
	export interface Cell {
	    group: number;
	    series: number;
	    value: number;
	    count: number;
	}
	export interface Part {
	    key: string;
	    label: string;
	    tone: string;
	    place: number;
	    filter: schema.Filter;
	}
	export interface Drawing {
	    measured: string;
	    interval: string;
	    groups: Part[];
	    series: Part[];
	    cells: Cell[];
	    total: number;
	    shown: number;
	    note: string;
	    seq: number;
	}

}

export namespace schema {
	
	export interface Group {
	    label: string;
	    dashboards?: string[];
	    screens?: string[];
	    tables: string[];
	}
	export interface Area {
	    label: string;
	    groups: Group[];
	}
	export interface App {
	    key: string;
	    app: string;
	    areas: Area[];
	}
	
	export interface Condition {
	    attribute: string;
	    operator: string;
	    values?: string[];
	}
	export interface Filter {
	    any?: boolean;
	    not?: boolean;
	    conditions?: Condition[];
	    groups?: Filter[];
	}
	export interface Band {
	    label: string;
	    tone?: string;
	    filter: Filter;
	    else?: boolean;
	}
	export interface Cell {
	    label: string;
	    table: string;
	    view: string;
	    filter: Filter;
	    chart?: string;
	    span: number;
	    rows?: number;
	}
	export interface Measure {
	    attribute?: string;
	    aggregate: string;
	}
	export interface GroupBy {
	    attribute: string;
	    interval?: string;
	}
	export interface Chart {
	    key: string;
	    table: string;
	    label: string;
	    kind: string;
	    by: GroupBy[];
	    bands?: Band[];
	    missing?: boolean;
	    measure: Measure;
	    most?: number;
	}
	export interface Option {
	    code: number;
	    label: string;
	    tone?: string;
	    synonyms?: string[];
	}
	export interface ChoiceSet {
	    key: string;
	    logicalName: string;
	    label: string;
	    options: Option[];
	}
	
	export interface Dashboard {
	    key: string;
	    label: string;
	    cells: Cell[];
	}
	export interface Due {
	    settledBy?: string;
	    label?: string;
	    how?: string;
	    ahead?: number;
	    none?: string;
	}
	export interface Facts {
	    states: string[];
	    people: string[];
	    dates: string[];
	}
	export interface Naming {
	    what: string;
	    of?: string;
	}
	export interface Field {
	    num: number;
	    key: string;
	    logicalName: string;
	    label: string;
	    kind: string;
	    required: boolean;
	    maxLength?: number;
	    choice?: string;
	    target?: string;
	    parent?: boolean;
	    type?: boolean;
	    short?: boolean;
	    alone?: boolean;
	    due?: Due;
	    names?: Naming;
	    system?: boolean;
	    parts?: string[];
	    help?: string;
	    synonyms?: string[];
	}
	
	export interface LinkedDate {
	    via: string;
	    date: string;
	    label: string;
	    none?: string;
	    among?: string;
	}
	export interface Subgrid {
	    table: string;
	    via: string;
	    tree?: boolean;
	    columns?: string[];
	}
	export interface Section {
	    label: string;
	    kitLabel?: string;
	    fields: string[];
	    subgrid?: Subgrid;
	}
	export interface Tab {
	    label: string;
	    sections: Section[];
	}
	export interface Form {
	    table: string;
	    kind: string;
	    header?: string[];
	    tabs: Tab[];
	    facts?: LinkedDate[];
	}
	
	
	export interface Keys {
	    key: string;
	    table: string;
	    record: string;
	}
	
	
	export interface Order {
	    attribute: string;
	    descending: boolean;
	}
	export interface View {
	    key: string;
	    table: string;
	    label: string;
	    columns: string[];
	    filter: Filter;
	    order: Order[];
	    default?: boolean;
	    group?: GroupBy;
	    totals?: Measure[];
	    chart?: Chart;
	}
	export interface Table {
	    num: number;
	    key: string;
	    logicalName: string;
	    label: string;
	    plural: string;
	    kitLabel?: string;
	    idField: string;
	    primary: string;
	    identifiers?: string[];
	    searched: string[];
	    telling?: string[];
	    firms?: boolean;
	    facts: Facts;
	    group: string;
	    icon: string;
	    internal?: boolean;
	    logged?: boolean;
	    keys?: Keys;
	    fields: Field[];
	    synonyms?: string[];
	}
	export interface Model {
	    tables: Table[];
	    internal: Table[];
	    choices: ChoiceSet[];
	    forms: Form[];
	    views: View[];
	    charts: Chart[];
	    dashboards: Dashboard[];
	    apps: App[];
	}
	
	
	
	
	
	
	

}

