<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers at the end of the book (TEI Guidelines 14). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- One register: its heading, then its entries in the order in which they come. -->
  <xsl:template match="lp:register" mode="lp:fo-register">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:block id="register-{@kind}" xsl:use-attribute-sets="lp:register-heading" role="H2">
      <xsl:call-template name="lp:running-head">
        <xsl:with-param name="text" select="lp:label(@kind, $ui)"/>
      </xsl:call-template>
      <xsl:text>{lp:label(@kind, $ui)}</xsl:text>
    </fo:block>
    <xsl:apply-templates select="lp:entry" mode="lp:fo-register"/>
  </xsl:template>

  <!-- Name, dates, notes, and the numbers of authority files. -->
  <xsl:template match="lp:entry" mode="lp:fo-register">
    <fo:block id="{lp:entry-id(.)}" xsl:use-attribute-sets="lp:register-entry">
      <xsl:if test="not(lp:is-in-record(.))">
        <fo:inline font-weight="bold">
          <xsl:sequence select="lp:isolated(@name, lp:direction-of-pages(.))"/>
        </fo:inline>
      </xsl:if>
      <xsl:if test="normalize-space(@dates)"> ({@dates})</xsl:if>
      <xsl:apply-templates select="* except (lp:idno | lp:mention)" mode="lp:fo-facts">
        <xsl:with-param name="prefix" select="lp:entry-id(.) || '-'" tunnel="yes"/>
        <xsl:with-param name="name" select="string(@name)" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:for-each select="lp:idno">
        <xsl:text>{if (position() = 1) then ' ' else ', '}</xsl:text>
        <fo:inline font-size="85%">
          <xsl:text>{@type} </xsl:text>
          <xsl:choose>
            <xsl:when test="matches(@href, '^https?://')">
              <fo:basic-link external-destination="url('{lp:escaped-uri(@href)}')"
                fox:alt-text="{@type} {.}">{.}</fo:basic-link>
            </xsl:when>
            <xsl:otherwise>{.}</xsl:otherwise>
          </xsl:choose>
        </fo:inline>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- Does the record of a work, or the item of a list, begin with its name? Then it need not be said
       twice. -->
  <xsl:function name="lp:is-in-record" as="xs:boolean">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="some $record in $entry/(bibl | biblStruct | biblFull | item)
      satisfies starts-with(lp:plain($record), $entry/@name)
        and lp:plain($record) ne $entry/@name"/>
  </xsl:function>

  <!-- Of a TEI entry the notes and descriptions are printed, and what says who or what it is. -->
  <xsl:template match="person | place | org | event | object | personGrp | nym"
    mode="lp:fo-facts">
    <xsl:apply-templates select="occupation | trait | state | desc | label | note | p | roleName
      | persName/roleName | country | region | location/(country | region | settlement)
      | affiliation | bibl" mode="lp:fo-facts"/>
  </xsl:template>

  <!-- Works: their record. -->
  <xsl:template match="lp:entry/bibl | lp:entry/biblStruct | lp:entry/biblFull" mode="lp:fo-facts">
    <xsl:param name="name" as="xs:string" tunnel="yes"/>
    <xsl:if test="lp:plain(.) ne $name">
      <xsl:text>{if (lp:is-in-record(..)) then '' else '. '}</xsl:text>
      <xsl:apply-templates select="." mode="lp:fo"/>
    </xsl:if>
  </xsl:template>

  <!-- An item of a list in a volume. -->
  <xsl:template match="lp:entry/item" mode="lp:fo-facts">
    <xsl:param name="name" as="xs:string" tunnel="yes"/>
    <xsl:if test="not(lpi:says-the-name(., $name))">
      <xsl:text>{if (lp:is-in-record(..)) then '' else ', '}</xsl:text>
      <xsl:apply-templates select="node()" mode="lp:fo"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="lp:fo-facts" priority="-1">
    <xsl:param name="name" as="xs:string" tunnel="yes"/>
    <xsl:if test="normalize-space() and not(lpi:says-the-name(., $name))">
      <xsl:text>{if (matches(preceding-sibling::*[1], '[.!?]\s*$') or self::note or self::desc
        or self::p) then '. ' else ', '}</xsl:text>
      <xsl:for-each select="if (p) then p else .">
        <xsl:if test="position() gt 1">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="node()" mode="lp:fo"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Does an element say what the entry is headed with, and no more? -->
  <xsl:function name="lpi:says-the-name" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="replace(lp:plain($element), '[\s.,;:]+$', '')
      eq replace($name, '[\s.,;:]+$', '')"/>
  </xsl:function>

  <!-- Register entries that stand in a text: a line each. They are the editor's, so their lines have
       no numbers. -->
  <xsl:template match="listPerson | listPlace | listOrg | listEvent" mode="lp:fo">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <fo:block xsl:use-attribute-sets="lp:block lp:list">
      <xsl:if test="ancestor::text">
        <xsl:sequence select="lp:line-counting($prefix || 'entries-' || count(ancestor::*[
          self::listPerson or self::listPlace or self::listOrg or self::listEvent] | preceding::*[
          self::listPerson or self::listPlace or self::listOrg or self::listEvent]), 'none')"/>
      </xsl:if>
      <fo:block>
        <xsl:call-template name="lp:block-content"/>
      </fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template match="person | place | org | event" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:register-entry">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:call-template name="lp:second-id"/>
      <xsl:call-template name="lp:joined"/>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
