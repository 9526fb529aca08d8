<?xml version="1.0" encoding="UTF-8"?>
<!--
  Compiles Schematron as SchXslt2 does, and its QuickFixes (SQF, draft of March 2018) with it.

  Each assert or report that offers fixes gets, inside its failed-assert or successful-report of the
  SVRL, an element lpi:fixes with an lpi:fix for every fix whose condition holds. An lpi:fix lists
  what is to be done with which node: every XPath of a fix is evaluated here, where the variables,
  keys and functions of the schema are known; the nodes are named by their path.

    <lpi:fixes default="ID of the default fix, or empty">
      <lpi:fix id="ID" question="true" if only a person can go on>
        <lpi:delete path="/Q{}a[1]" here="true"/>
        <lpi:add path="..." here="..." node-type="attribute" target="type" position="">
          <lpi:content>sent</lpi:content>
        </lpi:add>
        <lpi:replace .../>
        <lpi:stringReplace path="..." here="...">
          <lpi:skip length="3"/><lpi:match length="2"><lpi:content>x</lpi:content></lpi:match>
        </lpi:stringReplace>
      </lpi:fix>
    </lpi:fixes>

  here is false for a node of another document. An lpi:fix with @failed could not be evaluated.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:alias="http://www.w3.org/1999/XSL/TransformAlias"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
    xmlns:sqf="http://www.schematron-quickfix.com/validator/process"
    xmlns:schxslt="http://dmaus.name/ns/2023/schxslt"
    xmlns:lpi="urn:letterpress:internal"
    exclude-result-prefixes="xs sch sqf schxslt">

  <xsl:import href="declarations.xsl"/>

  <xsl:namespace-alias stylesheet-prefix="alias" result-prefix="xsl"/>

  <xsl:mode name="lpi:offer" on-no-match="shallow-copy"/>
  <xsl:mode name="lpi:body" on-no-match="shallow-copy"/>
  <xsl:mode name="lpi:code" on-no-match="shallow-skip"/>

  <!-- The fixes and groups of a name that a node of the schema can refer to: those of its rule, else
    those of the whole schema. A fix that calls its own name means the other one. -->
  <xsl:function name="lpi:fixes" as="element(sqf:fix)*">
    <xsl:param name="from" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="local" as="element()*"
        select="$from/ancestor::sch:rule//(sqf:fix | sqf:group)[@id = $id]
          except $from/ancestor::sqf:fix"/>
    <xsl:variable name="found" as="element()*"
        select="if ($local) then $local
          else root($from)/descendant-or-self::sch:schema/sqf:fixes//(sqf:fix | sqf:group)[@id = $id]
            except $from/ancestor::sqf:fix"/>
    <xsl:sequence select="$found/descendant-or-self::sqf:fix"/>
  </xsl:function>

  <!-- The condition of a fix; one that only calls another takes over that one's. -->
  <xsl:function name="lpi:condition" as="xs:string">
    <xsl:param name="fix" as="element(sqf:fix)"/>
    <xsl:variable name="steps" as="element()*"
        select="$fix/(sqf:add | sqf:delete | sqf:replace | sqf:stringReplace | sqf:call-fix)"/>
    <xsl:sequence select="
      if ($fix/@use-when) then string($fix/@use-when)
      else if (count($steps) = 1 and $steps/self::sqf:call-fix)
        then (lpi:fixes($steps, $steps/@ref)[1] ! lpi:condition(.), 'true()')[1]
      else 'true()'"/>
  </xsl:function>

  <!-- Whether a fix, or one that it calls, cannot go on without a person: it asks for a value, is
    one of many, takes a value that nobody gives, or holds what is not known here. -->
  <xsl:function name="lpi:asks" as="xs:boolean">
    <xsl:param name="fix" as="element(sqf:fix)"/>
    <xsl:param name="given" as="xs:string*"/>
    <xsl:sequence select="
      exists($fix/(sqf:user-entry | @use-for-each
        | sqf:param[@required = 'yes' or @abstract = 'true'][not(@name = $given)]
        | sqf:*[not(self::sqf:description or self::sqf:param or self::sqf:call-fix
            or self::sqf:add or self::sqf:delete or self::sqf:replace
            or self::sqf:stringReplace)]))
      or (some $call in $fix/sqf:call-fix satisfies
        (count(lpi:fixes($call, $call/@ref)) ne 1
        or (some $called in lpi:fixes($call, $call/@ref) satisfies
          lpi:asks($called, $call/sqf:with-param/@name/string()))))"/>
  </xsl:function>

  <!-- Parameters of abstract patterns are filled in within fixes, too. -->
  <xsl:template mode="schxslt:instantiate-abstract-patterns"
      match="sqf:*/(@match | @select | @use-when | @default | @regex | @target)">
    <xsl:param name="params" as="element(sch:param)*" tunnel="yes"/>
    <xsl:attribute name="{name()}" select="schxslt:replace-params(., $params)"/>
  </xsl:template>

  <!-- What SchXslt2 makes of an assertion, with its fixes inside. -->
  <xsl:template mode="schxslt:transpile" priority="5"
      match="sch:assert[@sqf:fix] | sch:report[@sqf:fix]">
    <xsl:variable name="plain" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:apply-templates select="$plain" mode="lpi:offer">
      <xsl:with-param name="assertion" select="." tunnel="yes" as="element()"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template mode="lpi:offer" match="svrl:failed-assert | svrl:successful-report">
    <xsl:param name="assertion" as="element()" tunnel="yes"/>
    <xsl:copy>
      <xsl:sequence select="@*, node()"/>
      <lpi:fixes default="{$assertion/@sqf:default-fix}">
        <xsl:for-each select="distinct-values(tokenize($assertion/@sqf:fix))
            ! lpi:fixes($assertion, .)">
          <!-- What is wrong with a fix does not hurt the check. -->
          <alias:try>
            <alias:if test="{lpi:condition(.)}">
              <lpi:fix id="{@id}">
                <xsl:choose>
                  <xsl:when test="lpi:asks(., ())">
                    <xsl:attribute name="question" select="true()"/>
                  </xsl:when>
                  <xsl:otherwise>
                    <xsl:apply-templates mode="lpi:code"/>
                  </xsl:otherwise>
                </xsl:choose>
              </lpi:fix>
            </alias:if>
            <alias:catch>
              <lpi:fix id="{@id}" failed="{{$Q{{http://www.w3.org/2005/xqt-errors}}description}}"/>
            </alias:catch>
          </alias:try>
        </xsl:for-each>
      </lpi:fixes>
    </xsl:copy>
  </xsl:template>

  <!-- The steps of a fix -->

  <xsl:template mode="lpi:code" match="sqf:param">
    <xsl:param name="given" as="element(sqf:with-param)*"/>
    <xsl:variable name="value" select="$given[@name = current()/@name]" as="element()?"/>
    <xsl:if test="empty($value)">
      <alias:variable name="{@name}" select="{(@default, '''''')[1]}">
        <xsl:copy-of select="@type/lpi:as(.)"/>
      </alias:variable>
    </xsl:if>
  </xsl:template>

  <!-- A type of XML Schema; others are free to mean anything. -->
  <xsl:function name="lpi:as" as="attribute()?">
    <xsl:param name="type" as="attribute()"/>
    <xsl:if test="starts-with($type, 'xs:')">
      <xsl:attribute name="as" select="'Q{http://www.w3.org/2001/XMLSchema}' || substring($type, 4)"/>
    </xsl:if>
  </xsl:function>

  <xsl:template mode="lpi:code lpi:body" match="sch:let">
    <xsl:apply-templates select="." mode="schxslt:transpile"/>
  </xsl:template>

  <xsl:template mode="lpi:code" match="xsl:variable">
    <xsl:copy-of select="."/>
  </xsl:template>

  <!-- Another fix, in a scope of its own. -->
  <xsl:template mode="lpi:code" match="sqf:call-fix">
    <alias:if test="true()">
      <xsl:for-each select="sqf:with-param">
        <alias:variable name="{@name}">
          <xsl:copy-of select="@select, node()"/>
        </alias:variable>
      </xsl:for-each>
      <xsl:apply-templates select="lpi:fixes(., @ref)/node()" mode="lpi:code">
        <xsl:with-param name="given" select="sqf:with-param"/>
      </xsl:apply-templates>
    </alias:if>
  </xsl:template>

  <!-- The condition holds for the node of the error, the rest for each anchor node. -->
  <xsl:template mode="lpi:code" match="sqf:add | sqf:delete | sqf:replace | sqf:stringReplace">
    <alias:if test="{(@use-when, 'true()')[1]}">
      <alias:for-each select="{(@match, '.')[1]}">
        <xsl:element name="lpi:{local-name()}">
          <xsl:copy-of select="@node-type, @target, @position"/>
          <alias:attribute name="path" select="path(.)"/>
          <alias:attribute name="here"
              select="root(.) is root($Q{{http://dmaus.name/ns/2023/schxslt}}rule-context)"/>
          <xsl:apply-templates select="." mode="lpi:change"/>
        </xsl:element>
      </alias:for-each>
    </alias:if>
  </xsl:template>

  <xsl:mode name="lpi:change" on-no-match="shallow-skip"/>

  <xsl:template mode="lpi:change" match="sqf:delete"/>

  <xsl:template mode="lpi:change" match="sqf:add | sqf:replace">
    <xsl:variable name="simple" as="xs:boolean"
        select="@node-type = ('attribute', 'comment', 'pi', 'processing-instruction')"/>
    <lpi:content>
      <xsl:choose>
        <xsl:when test="@select and $simple">
          <alias:value-of select="{@select}"/>
        </xsl:when>
        <xsl:when test="@select and @node-type = 'keep'">
          <alias:choose>
            <alias:when test=". instance of element()">
              <alias:sequence select="{@select}"/>
            </alias:when>
            <alias:otherwise>
              <alias:value-of select="{@select}"/>
            </alias:otherwise>
          </alias:choose>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="lpi:content"/>
        </xsl:otherwise>
      </xsl:choose>
    </lpi:content>
  </xsl:template>

  <xsl:template mode="lpi:change" match="sqf:stringReplace">
    <alias:analyze-string select="." regex="{@regex}">
      <xsl:copy-of select="@flags"/>
      <alias:matching-substring>
        <lpi:match>
          <alias:attribute name="length" select="string-length(.)"/>
          <lpi:content>
            <xsl:call-template name="lpi:content"/>
          </lpi:content>
        </lpi:match>
      </alias:matching-substring>
      <alias:non-matching-substring>
        <lpi:skip>
          <alias:attribute name="length" select="string-length(.)"/>
        </lpi:skip>
      </alias:non-matching-substring>
    </alias:analyze-string>
  </xsl:template>

  <xsl:template name="lpi:content">
    <xsl:choose>
      <xsl:when test="@select">
        <alias:sequence select="{@select}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="lpi:body"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The content of a step: a template of XSLT, with a few words of Schematron -->

  <xsl:template mode="lpi:body" match="sch:value-of">
    <alias:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template mode="lpi:body" match="sch:name">
    <alias:value-of select="{(@path, 'name()')[1]}"/>
  </xsl:template>

  <xsl:template mode="lpi:body" match="sqf:copy-of | xsl:apply-templates">
    <alias:copy-of select="{(@select, 'node()')[1]}"/>
  </xsl:template>

</xsl:stylesheet>
