package schema

// kitViews are the kit's own system views; views.go adds what every table has.
var kitViews = []*View{
	{
		Table: "itcomplianceassessment", Key: "active-it-compliance-assessments", Label: "Active IT Compliance Assessments", Default: true,
		Columns: []string{"itsystemaccreditation", "name", "assessmentdate", "compliancestatus", "risklevel", "nextactiondate", "targetcompletiondate"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "itpoamitem", Key: "active-it-poam-items", Label: "Active IT POAM Items", Default: true,
		Columns: []string{"itsystemaccreditation", "name", "ownerid", "duedate", "actionstatus", "description"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "itsystem", Key: "upcoming-reviews", Label: "Upcoming Reviews",
		Columns: []string{"name", "abbreviation", "nextreviewdate", "lastreviewdate", "catalogstatus", "visibility", "pointofcontact", "securityclassification", "criticality", "operationalstatus", "lifecyclestage", "atoauthoritytooperate"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}, {Field: "nextreviewdate", Op: IsNotNull}}},
		Order:   []Order{{Field: "nextreviewdate", Descending: true}},
	},
	{
		Table: "itsystem", Key: "active-it-systems", Label: "Active IT Systems", Default: true,
		Columns: []string{"name", "abbreviation", "catalogstatus", "visibility", "lastreviewdate", "nextreviewdate", "pointofcontact", "securityclassification", "criticality", "operationalstatus", "lifecyclestage", "atoauthoritytooperate"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "itsystemaccessdetail", Key: "active-it-system-access-details", Label: "Active IT System Access Details", Default: true,
		Columns: []string{"name", "itsystemaccessaction", "actionstatus", "actioncompleteddatetime"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "itsystemaccessrequest", Key: "active-it-system-access-requests", Label: "Active IT System Access Requests", Default: true,
		Columns: []string{"name", "requestdate", "requestedbydate", "itsystemaccessrequesttype", "actionstatus", "useridentificationnumber", "lastname", "firstname", "emailaddress"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "itsystemaccreditation", Key: "active-it-system-accreditations", Label: "Active IT System Accreditations", Default: true,
		Columns: []string{"name", "itsystem", "itaccreditationtype", "expirationdate", "scope"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "itsystemcomponent", Key: "active-it-system-components", Label: "Active IT System Components", Default: true,
		Columns: []string{"name", "itsystemcomponenttype", "abbreviation", "itsystem", "securityclassification", "primarysteward", "itdatacenter"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "ittechnology", Key: "active-it-technologies", Label: "Active IT Technologies", Default: true,
		Columns: []string{"name", "ittechnologytype", "vendor", "description"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "ittechnologytype", Key: "active-it-technology-types", Label: "Active IT Technology Types", Default: true,
		Columns: []string{"name", "ittechnologycategory", "parentittechnologytype", "description"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
	{
		Table: "itworkassignmentcode", Key: "active-it-work-assignment-codes", Label: "Active IT Work Assignment Codes", Default: true,
		Columns: []string{"name", "startdate", "enddate"},
		Filter:  Filter{Conditions: []Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}},
		Order:   []Order{{Field: "name", Descending: false}},
	},
}
