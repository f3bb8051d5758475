package schema

// dashboards are the kit's one, with ours below it, and one for each other app.
var dashboards = []*Dashboard{
	{Key: "it-system-catalog", Label: "IT System Catalog", Cells: []Cell{
		{Label: "Upcoming Reviews", Table: "itsystem", View: "upcoming-reviews", Filter: whereAll(notRetired), Span: 2, Rows: 8},
		{Label: "Active IT Systems by Lifecycle Stage", Table: "itsystem", View: "active-it-systems", Chart: "by-lifecycle-stage", Span: 1},
		{Label: "Active IT Systems, Next Review Date by Month", Table: "itsystem", View: "active-it-systems", Chart: "next-review-date-by-month", Span: 3},
		{Label: "Reviews Due", Table: "itsystem", View: "active-it-systems", Chart: "reviews-due", Span: 1},
		{Label: "Technology Support of IT Systems", Table: "itsystem", View: "active-it-systems", Chart: "technology-support", Span: 1},
		{Label: "Missing from IT Systems", Table: "itsystem", View: "active-it-systems", Chart: "missing-from-systems", Span: 1},
	}},
	{Key: "it-service-management", Label: "IT Service Management", Cells: []Cell{
		{Label: "Open Access Requests", Table: "itsystemaccessrequest", View: "open-access-requests", Span: 2, Rows: 8},
		{Label: "Access Requests by Status", Table: "itsystemaccessrequest", View: "active-it-system-access-requests", Chart: "access-requests-by-status", Span: 1},
		{Label: "Access Requests by Week", Table: "itsystemaccessrequest", View: "active-it-system-access-requests", Chart: "access-requests-by-week", Span: 3},
		{Label: "Access Requests by Type", Table: "itsystemaccessrequest", View: "active-it-system-access-requests", Chart: "access-requests-by-type", Span: 1},
		{Label: "Access Requests by Work Assignment Code", Table: "itsystemaccessrequest", View: "active-it-system-access-requests", Chart: "access-requests-by-code", Span: 2},
		{Label: "Service Requests by Type", Table: "itservicerequest", View: "active-it-service-requests", Chart: "service-requests-by-type", Span: 1},
		{Label: "Service Requests by Work Assignment Code", Table: "itservicerequest", View: "active-it-service-requests", Chart: "service-requests-by-code", Span: 2},
	}},
	{Key: "it-system-accreditation", Label: "IT System Accreditation", Cells: []Cell{
		{Label: "Authority to Operate of IT Systems", Table: "itsystem", View: "active-it-systems", Chart: "accreditation-state", Span: 1},
		{Label: "Accreditations Expiring in 90 Days", Table: "itsystemaccreditation", View: "accreditations-expiring-in-90-days", Span: 2, Rows: 8},
		{Label: "Accreditations by Month of Expiration", Table: "itsystemaccreditation", View: "active-it-system-accreditations", Chart: "accreditations-by-month", Span: 3},
		{Label: "Compliance Status by Framework", Table: "itcomplianceassessment", View: "active-it-compliance-assessments", Chart: "compliance-by-framework", Span: 1},
		{Label: "Compliance Status by IT System", Table: "itcomplianceassessment", View: "active-it-compliance-assessments", Chart: "compliance-by-system", Span: 2},
		{Label: "Open POA&M Items, Ageing by Risk", Table: "itpoamitem", View: "open-poa-m-items-by-due-date", Chart: "poam-ageing", Span: 1},
		{Label: "Overdue POA&M Items", Table: "itpoamitem", View: "overdue-poa-m-items", Span: 2, Rows: 8},
	}},
}
