package schema

// internalTables keep what people save beside the data itself. They are tables like any other in the
// file, with journal and undo, but no app shows them, no import recognises them and no export takes
// them unasked.
var internalTables = []*Table{
	{
		Num: 200, Key: "savedview", LogicalName: "cadastre_savedview", Label: "Saved View", Plural: "Saved Views",
		Group: "internal", Icon: "table", Internal: true,
		Fields: []*Field{
			{Num: 16, Key: "name", LogicalName: "cadastre_name", Label: "Name", Kind: Text, Required: true, MaxLength: 100},
			{Num: 17, Key: "table", LogicalName: "cadastre_table", Label: "Table", Kind: Text, Required: true, MaxLength: 100},
			{Num: 18, Key: "shared", LogicalName: "cadastre_shared", Label: "Shared", Kind: Choice, Choice: "yesno"},
			{Num: 19, Key: "definition", LogicalName: "cadastre_definition", Label: "Definition", Kind: Memo,
				Help: "The view’s columns, conditions and order, as JSON."},
		},
	},
	{
		Num: 201, Key: "importmapping", LogicalName: "cadastre_importmapping", Label: "Import Mapping", Plural: "Import Mappings",
		Group: "internal", Icon: "table", Internal: true,
		Fields: []*Field{
			{Num: 16, Key: "name", LogicalName: "cadastre_name", Label: "Name", Kind: Text, Required: true, MaxLength: 100},
			{Num: 17, Key: "definition", LogicalName: "cadastre_definition", Label: "Definition", Kind: Memo,
				Help: "How the sheets, columns and values of files are understood, as JSON."},
		},
	},
	{
		Num: 202, Key: "notduplicate", LogicalName: "cadastre_notduplicate", Label: "No Duplicate", Plural: "No Duplicates",
		Group: "internal", Icon: "table", Internal: true,
		Fields: []*Field{
			{Num: 16, Key: "name", LogicalName: "cadastre_name", Label: "Name", Kind: Text, Required: true, MaxLength: 250},
			{Num: 17, Key: "pair", LogicalName: "cadastre_pair", Label: "Pair", Kind: Text, Required: true, MaxLength: 100,
				Help: "The ids of two records that are alike and not the same, the lesser first."},
		},
	},
}
